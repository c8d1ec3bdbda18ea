using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Commands;

public sealed class AccessExplainCommandTests : IDisposable
{
    private const string Alice = """{ "sub": "alice", "scope": "read:documents", "org": "acme" }""";

    private readonly TestFolder _folder = new();
    private int _runs;

    [Fact]
    public async Task A_query_is_explained_command_by_command()
    {
        var (exitCode, output, error) = await RunAsync(Alice, "{ documents { nodes { title } } }");

        Assert.Equal((0, ""), (exitCode, error));
        var lines = output.Split('\n');
        Assert.Equal("documents: READ Document", lines[0]);
        Assert.StartsWith("  sent      {\"find\": \"documents\", \"filter\": {\"$and\": [{\"org_id\": \"acme\"}, {\"$or\": [", lines[1], StringComparison.Ordinal);
        Assert.Equal("  injected  {\"org_id\": \"acme\"}", lines[2]);
        Assert.Contains("  applies   documents.graphql:4 @owned", lines);
        Assert.Contains(lines, line => line.StartsWith("  never     documents.graphql:6 @allow", StringComparison.Ordinal) && line.EndsWith("(needs the role admin)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  examined  ", StringComparison.Ordinal) && line.EndsWith("; returned 1", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_a_gate_stops_has_no_command() =>
        Assert.Equal(
            (0, "No command: every field is answered without the store, or stopped by a gate.\n", ""),
            await RunAsync("""{ "sub": "alice" }""", "{ documents { nodes { title } } }"));

    [Fact]
    public async Task A_mutation_is_not_carried_out() =>
        Assert.Equal(
            (1, "", "Only queries are explained here: a mutation would be carried out. The header GraphQL-Access explains those.\n"),
            await RunAsync(Alice, """mutation { deleteDocument(input: { id: "RG9jdW1lbnQ6YQ==" }) { errors { __typename } } }"""));

    [Fact]
    public async Task A_query_that_does_not_fit_the_schema_is_told() =>
        Assert.Equal((1, "", "query.graphql: Cannot query field \"nothing\" on type \"Query\".\n"), await RunAsync(Alice, "{ nothing }"));

    [Theory]
    [InlineData("""{ "first": 1 }""")]
    [InlineData("variables.json")]
    public async Task Variables_are_given_as_JSON_or_as_a_file(string variables)
    {
        var file = Path.Combine(_folder.Path, "variables.json");
        await File.WriteAllTextAsync(file, """{ "first": 1 } // as many""");

        var (exitCode, output, error) = await RunAsync(
            Alice, "query($first: Int) { documents(first: $first) { nodes { title } } }", "--variables", variables == "variables.json" ? file : variables);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("\"limit\": 2", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ first: 1 }", "--variables:1:3: this is not JSON.")]
    [InlineData("""{ "first": "one" }""", "query.graphql: ")]
    [InlineData("missing.json", "The file can't be read: ")]
    public async Task Variables_that_are_wrong_are_told(string variables, string message)
    {
        var (exitCode, output, error) = await RunAsync(Alice, "query($first: Int) { documents(first: $first) { nodes { title } } }", "--variables", variables);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_in_a_file_are_an_object()
    {
        var file = Path.Combine(_folder.Path, "variables.json");
        await File.WriteAllTextAsync(file, "[1]");

        Assert.Equal(
            (1, "", "The variables must be a JSON object, such as { \"first\": 5 }.\n"), await RunAsync(Alice, "{ documents { nodes { title } } }", "--variables", file));
    }

    [Fact]
    public async Task What_the_store_grants_counts_for_a_persona_that_says_nothing_of_grants()
    {
        const string edits = "{\"department\": {\"$in\": [\"sales\"]}}";
        const string query = "{ documents { nodes { title } } }";

        var stored = await RunAsync(Alice, query, "--grants", "grants");
        var own = await RunAsync(Alice.Replace("\"org\"", "\"grants\": {}, \"org\"", StringComparison.Ordinal), query, "--grants", "grants");
        var none = await RunAsync(Alice, query);

        Assert.Equal((0, 0, 0), (stored.ExitCode, own.ExitCode, none.ExitCode));
        Assert.Contains(edits, stored.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(edits, own.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(edits, none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grants_of_the_wrong_shape_are_told_and_count_for_nothing()
    {
        var (exitCode, output, _) = await RunAsync(
            """{ "sub": "mallory", "scope": "read:documents", "org": "acme" }""", "{ documents { nodes { title } } }", "--grants", "grants");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("The grants of mallory count for nothing: `roles` is no list of strings.\ndocuments: READ Document\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string persona, string query, params string[] options)
    {
        var (data, who, what) = (Path.Combine(_folder.Path, $"data{++_runs}"), Path.Combine(_folder.Path, "who.json"), Path.Combine(_folder.Path, "query.graphql"));
        await File.WriteAllTextAsync(who, persona);
        await File.WriteAllTextAsync(what, query);
        using (var store = StoreOpening.Open(data))
        {
            await store.ExecuteAsync(
                new InsertCommand("documents")
                {
                    Documents =
                    [
                        BsonDocument.Parse("""{ "_id": "a", "owner_id": "alice", "org_id": "acme", "title": "Mine" }"""),
                        BsonDocument.Parse("""{ "_id": "b", "owner_id": "bob", "org_id": "acme", "title": "secret" }"""),
                    ],
                },
                default);
            await store.ExecuteAsync(
                new InsertCommand("grants")
                {
                    Documents =
                    [
                        BsonDocument.Parse("""{ "_id": "alice", "permissions": ["edit:all"], "edits": ["sales"] }"""),
                        BsonDocument.Parse("""{ "_id": "mallory", "roles": "admin" }"""),
                    ],
                },
                default);
        }

        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["access", "explain", "--as", who, what, "--data", data, "--model", FindModel(), .. options], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static string FindModel([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../AccessTesting/documents.graphql", thisFile);
}
