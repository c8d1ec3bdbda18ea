using System.Text.RegularExpressions;

namespace OwnedData.Conventions.Tests;

/// <summary>How source files are cut: one type a file under its name, no regions, no file that needs a table of contents.</summary>
public sealed partial class SourceFileTests
{
    private const int MostLines = 400;

    // Longer files, each with its reason.
    private static readonly Dictionary<string, string> s_long = [];

    [Fact]
    public void Every_file_holds_one_top_level_type_of_its_name()
    {
        var wrong =
            from path in Repository.SourceFiles
            where Path.GetFileName(path) is not ("Program.cs" or "AssemblyInfo.cs")
            let types = TopLevelType().Matches(Repository.Read(path)).Select(match => match.Groups["name"].Value).ToList()
            where types.Count != 1 || types[0] != Path.GetFileName(path).Split('.')[0]
            select $"{path}: {string.Join(", ", types)}";

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Every_namespace_follows_project_and_folder()
    {
        var wrong =
            from path in Repository.SourceFiles
            where Path.GetFileName(path) is not ("Program.cs" or "AssemblyInfo.cs")
            let name = Namespace().Match(Repository.Read(path)).Groups["name"].Value
            let expected = "OwnedData." + Path.GetDirectoryName(path)!["src/".Length..].Replace('/', '.')
            where name != expected && !(name.StartsWith("OwnedData.", StringComparison.Ordinal) && expected.StartsWith(name + ".", StringComparison.Ordinal))
            select $"{path}: {name}";

        Assert.Equal([], wrong);
    }

    [Fact]
    public void No_file_has_regions_or_switches_warnings_off()
    {
        var wrong = Repository.SourceFiles.Where(path => Directive().IsMatch(Repository.Read(path)));

        Assert.Equal([], wrong);
    }

    [Fact]
    public void No_file_is_longer_than_a_reader_bears()
    {
        var wrong = Repository.SourceFiles
            .Where(path => !s_long.ContainsKey(path))
            .Select(path => (Path: path, Lines: Repository.Read(path).Count(character => character == '\n')))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines}");

        Assert.Equal([], wrong);
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|abstract|sealed|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?|delegate\s+[\w<>\[\]?., ]+?)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*#(region|pragma warning)", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
