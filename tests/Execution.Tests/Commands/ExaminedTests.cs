using System.Globalization;
using System.Text.Json;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Commands;

/// <summary>What a page costs the store, in keys and documents: the same for page 1 and page 100, and the same whatever others have stored.</summary>
public sealed class ExaminedTests
{
    private const int Foreign = 10_000;
    private const int Own = 1_100;
    private const int First = 10;

    [Theory]
    [InlineData("[]")]
    [InlineData("[{ id: DESC }]")]
    [InlineData("[{ pinned: ASC }, { updatedAt: DESC }]")]
    [InlineData("[{ pinned: DESC }, { updatedAt: ASC }]")]
    public async Task A_page_examines_no_more_than_it_shows_and_one(string order)
    {
        using var api = await CreateAsync();
        var after = "null";
        for (var page = 1; page <= 100; page++)
        {
            api.Store.Clear();
            var response = await api.RunAsync(
                $"query ($after: String) {{ notes(first: {First}, after: $after, order: {order}) {{ nodes {{ title }} pageInfo {{ endCursor hasNextPage }} }} }}",
                Api.Alice,
                $$"""{"after":{{after}}}""");
            using var json = JsonDocument.Parse(response);
            var connection = json.RootElement.GetProperty("data").GetProperty("notes");
            Assert.Equal(First, connection.GetProperty("nodes").GetArrayLength());
            Assert.True(connection.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
            after = connection.GetProperty("pageInfo").GetProperty("endCursor").GetRawText();
            if (page is 1 or 2 or 100)
            {
                await AssertExaminedAsync(api, First + 1);
            }
        }
    }

    [Fact]
    public async Task A_document_by_id_costs_one_key_and_one_document_whoever_it_belongs_to()
    {
        using var api = await CreateAsync();

        foreach (var (number, documents) in ((int, int)[])[(0, 1), (1, 1), (999_999, 0)])
        {
            api.Store.Clear();
            var id = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"Note:{number:x24}"));
            await api.RunAsync($"{{ note(id: \"{id}\") {{ title }} }}", Api.Alice);
            await AssertExaminedAsync(api, documents);
        }
    }

    private static async Task AssertExaminedAsync(Api api, int most)
    {
        var command = Assert.Single(api.Store.Commands);
        var explained = await api.Store.ExecuteAsync(new ExplainCommand(new RecordedQuery(command)), default);
        using var json = JsonDocument.Parse(explained.ToString());
        var stats = json.RootElement.GetProperty("executionStats");
        Assert.InRange(stats.GetProperty("totalKeysExamined").GetInt32(), 0, most);
        Assert.InRange(stats.GetProperty("totalDocsExamined").GetInt32(), 0, most);
    }

    // Every tenth document is Alice's, so that nothing of hers lies together but by its index.
    private static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync();
        var own = 0;
        await api.InsertAsync("notes", [.. Enumerable.Range(0, Foreign + Own).Select(number =>
        {
            var isOwn = number % 10 == 0 && own++ < Own;
            var day = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(number * 7919 % 5000).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            return $$"""
                { "_id": { "$oid": "{{number:x24}}" }, "owner_id": "{{(isOwn ? "alice" : "bob" + (number % 7))}}", "title": "Note {{number}}", "tags": [],
                  "pinned": {{(number % 3 == 0 ? "true" : "false")}}, "status": "DRAFT", "createdAt": { "$date": "{{day}}" }, "updatedAt": { "$date": "{{day}}" } }
                """;
        })]);
        return api;
    }
}
