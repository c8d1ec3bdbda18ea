using System.Runtime.CompilerServices;
using Microsoft.IdentityModel.JsonWebTokens;
using OwnedData.Server.Commands;
using OwnedData.Tests;

namespace OwnedData.Server.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("--bogus", "Unrecognized command or argument '--bogus'.\nSee --help.\n")]
    [InlineData("serve --port 1", "Unrecognized command or argument '--port'.\nUnrecognized command or argument '1'.\nSee --help.\n")]
    [InlineData("token", "Option '--sub' is required.\nSee --help.\n")]
    [InlineData("token --sub alice --claim x", "--claim must be name=value, not `x`.\nSee --help.\n")]
    [InlineData("token --sub alice --expires 2y", "--expires must be a number with s, m, h or d, up to a year, not `2y`.\nSee --help.\n")]
    [InlineData("token --sub alice --expires 9999999d", "--expires must be a number with s, m, h or d, up to a year, not `9999999d`.\nSee --help.\n")]
    public async Task A_wrong_command_line_says_what_is_wrong(string arguments, string message) =>
        Assert.Equal((1, "", message), await RunAsync(arguments.Split(' ')));

    [Fact]
    public async Task An_empty_subject_is_refused() =>
        Assert.Equal((1, "", "--sub can't be empty.\nSee --help.\n"), await RunAsync("token", "--sub", ""));

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("token --help")]
    [InlineData("schema print --help")]
    [InlineData("schema check --help")]
    [InlineData("model check --help")]
    [InlineData("seed --help")]
    [InlineData("access test --help")]
    [InlineData("access matrix --help")]
    [InlineData("access explain --help")]
    [InlineData("model infer --help")]
    [InlineData("indexes plan --help")]
    [InlineData("indexes apply --help")]
    [InlineData("indexes check --help")]
    [InlineData("grants --help")]
    [InlineData("grants show --help")]
    [InlineData("grants set --help")]
    [InlineData("grants unset --help")]
    public async Task Every_command_has_help_with_an_example(string arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments.Split(' '));

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("Example", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_prints_just_a_token_with_what_was_asked_for()
    {
        var (exitCode, output, error) = await RunAsync(
            "token", "--sub", "dora", "--scope", "a b", "--claim", "roles=x", "--claim", "roles=y", "--claim", "https://my-api.com/d=s=t", "--expires", "15m", "--data", _folder.Path);

        var token = new JsonWebToken(output.TrimEnd('\n'));
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(("dora", "a b", "s=t"), (token.Subject, token.GetClaim("scope").Value, token.GetClaim("https://my-api.com/d").Value));
        Assert.Equal(["x", "y"], token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
        Assert.Equal(TimeSpan.FromMinutes(15), token.ValidTo - token.IssuedAt);
    }

    [Fact]
    public async Task The_file_at_the_root_is_the_published_API_of_the_sample_model()
    {
        var (_, sdl, _) = await RunAsync("schema", "print");

        Snapshot.MatchFile(sdl, Path.Combine(FindRoot(), "schema.graphql"));
    }

    [Fact]
    public async Task Schema_check_accepts_what_schema_print_prints()
    {
        var file = Path.Combine(_folder.Path, "schema.graphql");
        var (_, sdl, _) = await RunAsync("schema", "print");
        await File.WriteAllTextAsync(file, sdl);

        Assert.Equal((0, "schema.graphql equals the published API.\n", ""), await RunAsync("schema", "check", file));
    }

    [Fact]
    public async Task Schema_check_shows_the_difference()
    {
        var file = Path.Combine(_folder.Path, "schema.graphql");
        var (_, sdl, _) = await RunAsync("schema", "print");
        var lines = sdl.Split('\n');
        await File.WriteAllTextAsync(file, string.Join('\n', lines.Skip(1).Prepend("type Quary {")));

        Assert.Equal(
            (1, "", $"schema.graphql differs from the published API (- file, + published):\n@ line 1\n- type Quary {{\n+ {lines[0]}\n"),
            await RunAsync("schema", "check", file));
    }

    [Fact]
    public async Task Model_check_reports_every_mistake()
    {
        var file = Path.Combine(_folder.Path, "model.graphql");
        await File.WriteAllTextAsync(file, "type A @collection(name: \"a\") @owned {\n  x: Strng\n  y: Itn\n}\n");

        var (exitCode, output, error) = await RunAsync("model", "check", file);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(["model.graphql:2:6", "model.graphql:3:6"], error.TrimEnd('\n').Split('\n').Select(line => string.Join(':', line.Split(':').Take(3))));
    }

    [Fact]
    public async Task Model_check_accepts_the_sample_model() =>
        Assert.Equal(
            (0, "The model is good: Note, Contact, Notebook, Document, Person, Message, Announcement.\n", ""), await RunAsync("model", "check", Path.Combine(AppContext.BaseDirectory, "model.graphql")));

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var (exitCode, _, error) = await RunAsync("model", "check", Path.Combine(_folder.Path, "missing.graphql"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The model can't be read: Could not find file", error, StringComparison.Ordinal);
    }

    // Not even root can write there: rights are no matter.
    [Theory]
    [InlineData("a folder under a file", "{file}/data", "The development issuer's key can't be kept in the data folder: ")]
    [InlineData("a file", "{file}", "The development issuer's key can't be kept in the data folder: ")]
    [InlineData("a folder to be made on a read-only file system", "/proc/owneddata", "The development issuer's key can't be kept in the data folder: ")]
    [InlineData("a folder of a read-only file system", "/proc/sys", "The development issuer's key can't be kept in the data folder: ")]
    public async Task A_data_folder_that_cannot_be_written_ends_serve_with_one_line(string what, string folder, string message)
    {
        _ = what;
        var data = folder.Replace("{file}", await WriteFileAsync(), StringComparison.Ordinal);

        var (exitCode, output, error) = await RunAsync("serve", "--environment", "Development", "--urls", "http://127.0.0.1:0", "--data", data);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.Contains(data, error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{file}/data")]
    [InlineData("{file}")]
    [InlineData("/proc/owneddata")]
    [InlineData("/proc/sys")]
    public async Task A_data_folder_that_cannot_be_written_ends_seed_with_one_line(string folder)
    {
        var data = folder.Replace("{file}", await WriteFileAsync(), StringComparison.Ordinal);

        var (exitCode, output, error) = await RunAsync("seed", "--data", data);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(data, error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seed_writes_the_samples_and_shows_how_many() =>
        Assert.Equal(
            (0,
             """
             Sample data, notes: ........... 10012
             Sample data, contacts: . 7
             Sample data, notebooks: . 3
             Sample data, documents: . 6
             Sample data, people: . 5
             Sample data, messages: . 3
             Sample data, announcements: . 2
             Sample data, grants: . 3

             """,
             ""),
            await RunAsync("seed", "--data", _folder.Path));

    public void Dispose() => _folder.Dispose();

    private async Task<string> WriteFileAsync()
    {
        var path = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(path, "");
        return path;
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../..", Path.GetDirectoryName(thisFile)!);

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
