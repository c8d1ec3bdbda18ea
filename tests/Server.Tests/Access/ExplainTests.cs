using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Tests.Access;

/// <summary>What a viewer learns of how access was decided: their own commands and the rules, and nothing of others' documents.</summary>
public sealed class ExplainTests : IAsyncLifetime, IDisposable
{
    private static readonly KeyValuePair<string, string>[] s_acme = [new("org", "acme")];

    private readonly TestFolder _folder = new();
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        TestKeys.WriteDevelopmentKey(_folder.Path);
        using (var opened = TestStore.Open(_folder.Path))
        {
            await opened.Store.ExecuteAsync(
                new InsertCommand("documents")
                {
                    Documents =
                    [
                        BsonDocument.Parse("""{ "_id": "a", "owner_id": "alice", "org_id": "acme", "title": "Mine", "readers": [] }"""),
                        BsonDocument.Parse("""{ "_id": "b", "owner_id": "bob-secret", "org_id": "acme", "title": "secret", "department": "secret", "readers": ["secret"] }"""),
                    ],
                },
                default);
        }

        _server = await TestServer.StartAsync(("Data", _folder.Path), ("Model", Path.GetFullPath("../../AccessTesting/documents.graphql", ThisFile())), ("Access:Grants", "grants"));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await TestStore.DropAsync(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_list_shows_its_command_with_the_injected_part_and_the_rules_that_formed_it()
    {
        var answer = await AskAsync("""{ documents(where: { title: { eq: "Mine" } }) { nodes { title } } }""");

        var access = Assert.Single(answer["extensions"]!["access"]!.AsArray())!;
        Assert.Equal(
            ("documents", "READ", "Document", true),
            ((string)access["field"]!, (string)access["operation"]!, (string)access["type"]!, (bool)access["sent"]!));
        Assert.Equal(
            """[{"org_id":"acme"},{"$or":[{"owner_id":"alice"},{"readers":{"$elemMatch":{"$eq":"alice"}}}]}]""", access["injected"]!.ToJsonString());
        Assert.Equal("""{"$and":[{"title":{"$eq":"Mine"}}]}""", access["client"]!.ToJsonString());
        Assert.Equal(
            """{"$and":[{"org_id":"acme"},{"$or":[{"owner_id":"alice"},{"readers":{"$elemMatch":{"$eq":"alice"}}}]},{"$and":[{"title":{"$eq":"Mine"}}]}]}""",
            access["command"]!["filter"]!.ToJsonString());
        Assert.Equal(
            [
                "4 allow applies", "5 allow applies the claim https://example.com/department is missing", "8 restrict applies", "9 gate always",
            ],
            Rules(access["rules"]!).Order());
        Assert.Equal(
            ["6 allow never needs the role admin", "7 allow never needs the scope or permission edit:all"], Rules(access["notForThisViewer"]!));
        Assert.Equal((1, true), ((int)access["documentsReturned"]!, access["documentsExamined"] is not null));
    }

    [Fact]
    public async Task What_the_rules_leave_nothing_of_is_not_sent_and_says_why()
    {
        var answer = await AskAsync("{ documents { totalCount } }", claims: []);

        var access = answer["extensions"]!["access"]!.AsArray();
        Assert.All(access, entry => Assert.False((bool)entry!["sent"]!));
        Assert.Contains("8 restrict never the claim org is missing", Rules(access[0]!["notForThisViewer"]!));
        Assert.Null(access[0]!["command"]);
    }

    [Fact]
    public async Task A_create_shows_what_was_stamped()
    {
        var answer = await AskAsync("""mutation { createDocument(input: { title: "New" }) { document { title } errors { __typename } } }""");

        var access = answer["extensions"]!["access"]![0]!;
        Assert.Equal(("CREATE", """[{"owner_id":"alice","org_id":"acme"}]"""), ((string)access["operation"]!, access["injected"]!.ToJsonString()));
        Assert.Null(access["documentsExamined"]);
    }

    [Theory]
    [InlineData("{ documents { nodes { title } totalCount } }")]
    [InlineData("""{ documents(where: { readers: { some: { eq: "x" } } }) { nodes { readers } } }""")]
    [InlineData("""{ document(id: "RG9jdW1lbnQ6Yg==") { title department } }""")]
    [InlineData("""{ node(id: "RG9jdW1lbnQ6Yg==") { id } nodes(ids: ["RG9jdW1lbnQ6Yg==", "RG9jdW1lbnQ6YQ=="]) { id } }""")]
    [InlineData("""mutation { updateDocument(input: { id: "RG9jdW1lbnQ6Yg==", title: "x" }) { document { title } errors { __typename } } }""")]
    [InlineData("""mutation { deleteDocument(input: { id: "RG9jdW1lbnQ6Yg==" }) { document { title } errors { __typename } } }""")]
    public async Task No_value_of_anothers_document_is_ever_in_it(string query)
    {
        var answer = await AskAsync(query);

        Assert.NotEmpty(answer["extensions"]!["access"]!.AsArray());
        Assert.DoesNotContain("secret", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_changes_nothing_of_the_answer_itself()
    {
        const string query = "{ documents { nodes { title } totalCount } node(id: \"RG9jdW1lbnQ6Yg==\") { id } }";

        var explained = await AskAsync(query);
        var plain = await AskAsync(query, header: null);

        Assert.Null(plain["extensions"]);
        Assert.Equal(plain["data"]!.ToJsonString(), explained["data"]!.ToJsonString());
    }

    private static string ThisFile([CallerFilePath] string thisFile = "") => thisFile;

    private static string[] Rules(JsonNode rules) =>
        [.. rules.AsArray().Select(rule => string.Join(' ', new[] { $"{rule!["line"]} {rule["kind"]} {rule["standing"]}", string.Join("; ", rule["reasons"]?.AsArray().Select(reason => (string)reason!) ?? []) }).TrimEnd())];

    private async Task<JsonNode> AskAsync(string query, KeyValuePair<string, string>[]? claims = null, string? header = "explain")
    {
        var token = _server.Issuer.CreateToken(
            "alice", "read:documents write:documents", (claims ?? s_acme).ToLookup(claim => claim.Key, claim => claim.Value), TimeSpan.FromMinutes(5));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(new JsonObject { ["query"] = query }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (header is not null)
        {
            request.Headers.Add("GraphQL-Access", header);
        }

        using var response = await _server.Client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
