using System.Xml.Linq;

namespace OwnedData.Conventions.Tests;

/// <summary>The projects' references are the layer lint: docs/architecture.md draws them, this holds them.</summary>
public sealed class ReferenceGraphTests
{
    private static readonly Dictionary<string, string[]> s_expected = new()
    {
        ["GraphQL"] = [],
        ["Schema"] = ["GraphQL"],
        ["Bson"] = [],
        ["Mongo"] = ["Bson"],
        ["Mongo.Embedded"] = ["Bson", "Mongo"],
        ["Mongo.Native"] = ["Bson", "Mongo"],
        ["Execution"] = ["Bson", "GraphQL", "Mongo", "Schema"],
        ["Server"] = ["Bson", "Execution", "GraphQL", "Mongo", "Mongo.Embedded", "Mongo.Native", "Schema"],
    };

    [Fact]
    public void Projects_reference_each_other_as_the_architecture_draws_them()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        var actual = folders.ToDictionary(name => name!, name => ReadReferences(name!));

        Assert.Equal(Describe(s_expected), Describe(actual));
    }

    [Fact]
    public void Only_the_host_references_the_web_framework()
    {
        var web = s_expected.Keys.Where(name => Repository.Read($"src/{name}/{name}.csproj").Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal)
            || Repository.Read($"src/{name}/{name}.csproj").Contains("Microsoft.AspNetCore", StringComparison.Ordinal));

        Assert.Equal(["Server"], web);
    }

    private static string[] ReadReferences(string project) =>
    [
        .. XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    private static string Describe(Dictionary<string, string[]> graph) =>
        string.Join('\n', graph.OrderBy(project => project.Key, StringComparer.Ordinal).Select(project => $"{project.Key} → {string.Join(", ", project.Value)}"));
}
