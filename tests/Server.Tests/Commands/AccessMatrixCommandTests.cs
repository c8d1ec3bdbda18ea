using System.Runtime.CompilerServices;
using OwnedData.Server.Commands;

namespace OwnedData.Server.Tests.Commands;

public sealed class AccessMatrixCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_table_has_each_operation_with_what_it_needs_its_ways_in_and_what_must_hold_as_well()
    {
        var (exitCode, output, error) = await RunAsync("--model", FindModel());

        var read = output.Split('\n').SkipWhile(line => !line.Contains("READ", StringComparison.Ordinal)).First();
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("read:documents", read, StringComparison.Ordinal);
        Assert.Contains("documents.graphql:4 @owned", read, StringComparison.Ordinal);
        Assert.Contains("documents.graphql:8 @restrict", read, StringComparison.Ordinal);
        Assert.Equal(4, new[] { "CREATE", "READ", "UPDATE", "DELETE" }.Count(operation => output.Contains($" {operation} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_page_stands_alone_and_shows_every_rule_as_text()
    {
        var (model, page) = (Path.Combine(_folder.Path, "model.graphql"), Path.Combine(_folder.Path, "access.html"));
        await File.WriteAllTextAsync(
            model, "type Item @collection(name: \"items\") @public @allow(on: [UPDATE], roles: [\"editor\"], message: \"<script>alert(1)</script>\") {\n  title: String\n}\n");

        Assert.Equal((0, "access.html is written.\n", ""), await RunAsync("--model", model, "--html", page));

        var html = await File.ReadAllTextAsync(page);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">CREATE</th><td><ul><li><code>a token</code></li></ul></td><td><span class=\"closed\">closed to all</span></td><td></td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">READ</th><td></td><td><ul><li><code>@public</code><span class=\"at\">model.graphql:1</span></li></ul></td><td></td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_can_not_be_written_is_told_in_one_line()
    {
        var (exitCode, output, error) = await RunAsync("--html", Path.Combine(_folder.Path, "missing", "access.html"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("The page can't be written: ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string FindModel([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../AccessTesting/documents.graphql", thisFile);

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["access", "matrix", .. arguments], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
