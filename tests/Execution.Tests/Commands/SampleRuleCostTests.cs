using System.Collections.Frozen;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Commands;

/// <summary>What each rule of the sample model costs a request: how many commands, and how many documents the store looks at beside thousands that others see.</summary>
public sealed class SampleRuleCostTests
{
    private const int Foreign = 3_000;
    private const int Each = 60;
    private const int First = 10;

    // A way in costs at most what the page shows and one more; several are merged.
    [Theory]
    [InlineData("owner", null, 3)]
    [InlineData("reader", null, 3)]
    [InlineData("editor", null, 3)]
    [InlineData("owner", "sales", 4)]
    [InlineData("colleague", "sales", 4)]
    public async Task A_page_of_documents_costs_its_ways_in_and_not_what_others_have(string viewer, string? department, int ways)
    {
        using var api = await CreateAsync();
        foreach (var order in (string[])["[]", "[{ updatedAt: DESC }]"])
        {
            var (commands, examined) = await MeasureAsync(
                api, $"{{ documents(first: {First}, order: {order}) {{ nodes {{ title version }} pageInfo {{ hasNextPage }} }} }}", ViewerOf(viewer, department));

            Assert.Equal(1, commands);
            Assert.InRange(examined, First + 1, (First + 1) * ways);
        }
    }

    [Theory]
    [InlineData("{ documents(first: 10) { nodes { title } } }", 1, 11)]
    [InlineData("{ people(first: 10) { nodes { name } } }", 1, 11)]
    [InlineData("{ announcements(first: 10) { nodes { title } } }", 1, 11)]
    [InlineData("{ messages(first: 10, order: [{ sentAt: DESC }]) { nodes { subject } } }", 1, 22)]
    [InlineData("{ messages(first: 10) { nodes { subject to { name } } } }", 2, 33)]
    public async Task A_page_under_one_rule_costs_what_it_shows_and_one(string query, int commands, int documents)
    {
        using var api = await CreateAsync();

        var (sent, examined) = await MeasureAsync(api, query, ViewerOf("owner", department: null, permissions: ["admin:documents"]));

        Assert.Equal(commands, sent);
        Assert.InRange(examined, 1, documents);
    }

    private static async Task<(int Commands, int Examined)> MeasureAsync(Api api, string query, Viewer viewer)
    {
        api.Store.Clear();
        var response = await api.RunAsync(query, viewer);
        Assert.StartsWith("{\"data\"", response, StringComparison.Ordinal);
        var examined = 0;
        var commands = api.Store.Commands.ToArray();
        foreach (var command in commands)
        {
            var explained = await api.Store.ExecuteAsync(new ExplainCommand(new RecordedQuery(command)), default);
            using var json = JsonDocument.Parse(explained.ToString());
            examined += json.RootElement.GetProperty("executionStats").GetProperty("totalDocsExamined").GetInt32();
        }

        return (commands.Length, examined);
    }

    private static Viewer ViewerOf(string subject, string? department, params string[] permissions) => new()
    {
        Subject = subject,
        Issuer = "https://issuer.example/",
        Scopes = FrozenSet.Create("read:documents", "write:documents", "all:email"),
        Permissions = permissions.ToFrozenSet(),
        Claims = BsonDocument.Parse(department is null ? """{ "org_id": "acme" }""" : $$"""{ "org_id": "acme", "https://my-api.com/department": "{{department}}" }"""),
    };

    private static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync();
        await api.InsertAsync("documents", [.. Enumerable.Range(0, Foreign + (4 * Each)).Select(Document)]);
        await api.InsertAsync("people", [.. Enumerable.Range(0, 500).Select(number =>
            $$"""{ "_id": "p{{number:d4}}", "name": "Person {{number}}", "org_id": "{{(number % 5 == 0 ? "acme" : "globex")}}" }""")]);
        await api.InsertAsync("announcements", [.. Enumerable.Range(0, 500).Select(number =>
            $$"""{ "_id": { "$oid": "{{number:x24}}" }, "title": "News {{number}}", "text": "", "publishedAt": { "$date": "2025-01-01T00:00:00Z" } }""")]);
        await api.InsertAsync("messages", [.. Enumerable.Range(0, 1_000).Select(number =>
            $$"""
            { "_id": { "$oid": "{{number:x24}}" }, "sender_id": "{{(number % 20 == 0 ? "owner" : "other")}}", "to_id": "{{(number % 20 == 1 ? "owner" : $"p{number % 500:d4}")}}",
              "subject": "{{number}}", "text": "", "sentAt": { "$date": "2025-01-{{1 + (number % 28):d2}}T00:00:00Z" } }
            """)]);
        return api;
    }

    // Spread among those of others, so that nothing lies together but by an index.
    private static string Document(int number)
    {
        var way = number % 14 < 4 && number / 14 < Each ? number % 14 : -1;
        return $$"""
            { "_id": { "$oid": "{{number:x24}}" }, "owner_id": "{{(way == 0 ? "owner" : "other")}}", "title": "Document {{number}}", "text": "",
              "department": "{{(way == 3 ? "sales" : "research")}}", "readers": ["{{(way == 1 ? "reader" : "nobody")}}"], "editors": ["{{(way == 2 ? "editor" : "nobody")}}"],
              "classification": "NORMAL", "org_id": "{{(way < 0 && number % 2 == 0 ? "globex" : "acme")}}", "createdBy": "other", "version": 1,
              "createdAt": { "$date": "2025-01-01T00:00:00Z" }, "updatedAt": { "$date": "2025-{{1 + (number % 12):d2}}-{{1 + (number % 28):d2}}T00:00:00Z" } }
            """;
    }
}
