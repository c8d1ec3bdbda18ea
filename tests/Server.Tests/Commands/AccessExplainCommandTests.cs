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

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string persona, string query)
    {
        var (data, who, what) = (Path.Combine(_folder.Path, "data"), Path.Combine(_folder.Path, "who.json"), Path.Combine(_folder.Path, "query.graphql"));
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
        }

        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["access", "explain", "--as", who, what, "--data", data, "--model", FindModel()], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static string FindModel([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../AccessTesting/documents.graphql", thisFile);
}
