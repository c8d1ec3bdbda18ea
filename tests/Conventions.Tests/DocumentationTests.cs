using System.Text.RegularExpressions;
using OwnedData.GraphQL.Errors;
using OwnedData.Server.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Conventions.Tests;

/// <summary>Documentation that a machine can check is checked: tables equal the code, commands exist.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void The_page_of_errors_lists_the_catalogue()
    {
        var rows = ErrorCatalog.All.Select(code => $"| `{code.Code}` | {code.HttpStatus} | {code.Meaning} |");

        Assert.Equal(string.Join('\n', rows), ReadRows("docs/errors.md"));
    }

    [Fact]
    public void Every_error_code_is_used_once() =>
        Assert.Equal([], ErrorCatalog.All.GroupBy(code => code.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void The_page_of_configuration_lists_the_keys()
    {
        var rows = ConfigurationKeys.All.Select(key =>
            $"| `{key.Name}` | {(key.Option is null ? "" : $"`{key.Option}`")} | {(key.Default.Length == 0 ? "" : $"`{key.Default}`")} | {key.Meaning} |");

        Assert.Equal(string.Join('\n', rows), ReadRows("docs/configuration.md"));
    }

    [Fact]
    public void Every_configuration_key_is_in_the_list()
    {
        var fields = typeof(ConfigurationKeys).GetFields().Select(field => (ConfigurationKey)field.GetValue(null)!);

        Assert.Equal(fields, ConfigurationKeys.All);
    }

    [Fact]
    public void The_readme_is_short() => Assert.InRange(Repository.Read("README.md").Count(character => character == '\n'), 20, 120);

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/configuration.md")]
    [InlineData("docs/access.md")]
    [InlineData("docs/auth0.md")]
    [InlineData("docs/deployment.md")]
    [InlineData("docs/clients.md")]
    [InlineData("samples/react-apollo/README.md")]
    public void Commands_and_files_that_a_page_names_exist(string page)
    {
        var text = Repository.Read(page);
        var folder = Path.GetDirectoryName(page)!;
        var missing = Link().Matches(text).Select(match => match.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, folder, path)));
        var wrong = ServerCommand().Matches(text).Select(match => match.Groups["arguments"].Value.Trim())
            .Where(arguments => CommandLine.Create().Parse(arguments).Errors.Count > 0);

        Assert.Equal([], missing);
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Every_snippet_for_clients_stands_in_the_tested_file_that_is_named_above_it()
    {
        var page = Repository.Read("docs/clients.md");
        var snippets = Snippet().Matches(page);
        var untested = snippets.Where(snippet => !IsTested(page[..snippet.Index], snippet.Groups["text"].Value)).Select(snippet => snippet.Value);

        Assert.InRange(snippets.Count, 10, 30);
        Assert.Equal([], untested);
    }

    private static bool IsTested(string before, string text)
    {
        var file = Link().Matches(before).Select(match => match.Groups["path"].Value).Last(path => path.StartsWith("../tests/", StringComparison.Ordinal));
        return $"\n{Repository.Read(Path.Combine("docs", file))}".Contains($"\n{text}", StringComparison.Ordinal);
    }

    private static string ReadRows(string page) =>
        string.Join('\n', Repository.Read(page).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && !line.Contains("dotnet run", StringComparison.Ordinal)));

    [GeneratedRegex(@"\]\((?<path>[^):#]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    // Commands, which the tests don't run by their text, are `sh`.
    [GeneratedRegex(@"^```(?!sh)\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"dotnet run --project src/Server --(?<arguments>[^`|>)\n]*)")]
    private static partial Regex ServerCommand();
}
