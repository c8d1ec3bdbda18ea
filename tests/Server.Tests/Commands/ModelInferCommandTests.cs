using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;
using OwnedData.Server.Commands;
using OwnedData.Server.Startup;
using OwnedData.Server.Tests.Startup;
using OwnedData.Tests;

namespace OwnedData.Server.Tests.Commands;

public sealed class ModelInferCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task An_orderly_database_becomes_a_model()
    {
        await FillAsync(InsertOrdersAsync);

        var (exitCode, draft, error) = await RunAsync("infer", "--data", _folder.Path);

        Assert.Equal((0, ""), (exitCode, error));
        Snapshot.Match(draft);
    }

    [Fact]
    public async Task A_messy_database_becomes_a_model_as_well()
    {
        await FillAsync(InsertMessAsync);

        var (exitCode, draft, error) = await RunAsync("infer", "--data", _folder.Path);

        Assert.Equal((0, ""), (exitCode, error));
        Snapshot.Match(draft);
    }

    [Fact]
    public async Task A_draft_is_refused_until_somebody_has_decided_and_is_good_then()
    {
        await FillAsync(InsertOrdersAsync, InsertMessAsync);
        var draft = (await RunAsync("infer", "--data", _folder.Path)).Output;

        var closed = Load(draft);
        var owned = Load(draft.Replace(") {\n", ") @owned {\n", StringComparison.Ordinal));

        Assert.All(closed.Errors, error => Assert.Contains("has no access rule: a stored type is closed by default", error.ToString(), StringComparison.Ordinal));
        Assert.Equal(draft.Split('\n').Count(line => line.StartsWith("type ", StringComparison.Ordinal) && line.Contains("@collection", StringComparison.Ordinal)), closed.Errors.Length);
        Assert.Empty(owned.Errors);
    }

    [Fact]
    public async Task The_sample_is_of_the_oldest_and_the_newest()
    {
        await FillAsync(store => InsertAsync(store, "events", [.. Enumerable.Range(1, 9).Select(number => $$"""{"_id": {{number}}, "f{{number}}": true}""")]));

        var draft = (await RunAsync("infer", "--data", _folder.Path, "--sample", "3")).Output;

        Assert.Equal(["f1", "f2", "f9"], draft.Split('\n').Where(line => line.StartsWith("  f", StringComparison.Ordinal)).Select(line => line[2..4]));
        Assert.Contains("  f1: Boolean  # 1 of 3\n", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100001")]
    public async Task A_sample_has_bounds(string sample) => Assert.Equal(
        (1, "", "--sample must be a number from 1 to 100000.\nSee --help.\n"), await RunAsync("infer", "--data", _folder.Path, "--sample", sample));

    [MongoFact]
    public async Task A_MongoDB_gives_the_same_draft()
    {
        await FillAsync(InsertOrdersAsync, InsertMessAsync);
        using var opened = StoreOpening.Open(new StoreSettings("", TestStore.Uri, $"test_{Guid.NewGuid():N}"));
        await InsertOrdersAsync(opened.Store);
        await InsertMessAsync(opened.Store);

        var draft = await ModelInferCommand.DraftAsync(opened.Store, 1000, default);

        Assert.Equal((await RunAsync("infer", "--data", _folder.Path)).Output, draft);
        foreach (var collection in new[] { "orders", "people", "mess", "news", "Query", "order-connections", "by_object", "only_ids" })
        {
            await opened.Store.ExecuteAsync(new DropCommand(collection), default);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static ModelCheck Load(string draft) => ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes(draft))]);

    private static async Task InsertOrdersAsync(IMongoStore store)
    {
        var states = new[] { "OPEN", "PAID", "SENT" };
        await InsertAsync(store, "orders", [.. Enumerable.Range(0, 30).Select(number => $$$"""
            {
              "_id": {"$oid": "65000000000000000000{{{number:0000}}}"},
              "user_id": "auth0|{{{number % 4}}}",
              "createdBy": "somebody",
              "state": "{{{states[number % 3]}}}",
              "number": {{{number}}},
              "total": {"$numberDecimal": "{{{number}}}.50"},
              "weight": {{{(number % 2 == 0 ? "1.5" : "2")}}},
              "size": {{{(number % 2 == 0 ? "3000000000" : "2")}}},
              "person": {"$oid": "650000000000000000000001"},
              "at": {"$date": "2025-01-31T08:30:00Z"},
              {{{(number < 20 ? "\"note\": \"a text that is longer than any name of a value would ever be, so it is free text\"," : number < 25 ? "\"note\": null," : "")}}}
              "ship-to": {"city": "Bern", "geo": {"lat": 46.9, "lon": 7.4}},
              "items": [{"sku": "a", "count": 1}, {"sku": "b"}],
              "grid": [[1, 2], [null]]
            }
            """)]);
        await InsertAsync(store, "people", [.. Enumerable.Range(0, 3).Select(number =>
            $$$"""{"_id": {"$binary": {"base64": "AAAAAAAAAAAAAAAAAAAAA{{{"AQg"[number]}}}==", "subType": "04"}}, "name": "P{{{number}}}"}""")]);
    }

    private static async Task InsertMessAsync(IMongoStore store)
    {
        await InsertAsync(
            store,
            "mess",
            """{"_id": "a", "mixed": 1, "id": "x", "and": 1, "a b": 1, "a-b": 2, "aB": 3, "2nd": 1, "Ünï": 1, "__typename": "x", "quote\"\nend": 1, "*/ }": 1, "何": 1}""",
            """{"_id": "b", "mixed": "one", "empty": {}, "none": null, "nothing": [], "maybe": [1, "two", {"three": 3}], "dates": [{"$date": "2025-01-31T08:30:00Z"}]}""",
            """{"_id": "c", "mixed": {"a": 1}, "input": {"_id": 1, "filter": {"input": {"x": 1}}}, "connection": {"a": true}, "pattern": {"$regularExpression": {"pattern": "a", "options": ""}}}""",
            """{"_id": "d", "deep": [[[[1]]]], "mapped": {"a.b": 1, "$c": 2, "": 3}, "levels": {"l": {"l": {"l": {"l": {"l": {"l": {"l": {"l": {"l": {"l": 1}}}}}}}}}}}""");
        await InsertAsync(store, "news", """{"_id": 1, "ownerId": {"$oid": "650000000000000000000001"}, "title": "T"}""", """{"_id": {"$numberLong": "5000000000"}, "title": "U"}""");
        await InsertAsync(store, "Query", """{"_id": "q", "sub": "alice"}""");
        await InsertAsync(store, "order-connections", """{"_id": "x", "order": 1}""");
        await InsertAsync(store, "by_object", """{"_id": {"a": 1}, "b": 1}""");
        await InsertAsync(store, "only_ids", """{"_id": 1}""");
    }

    private static async Task InsertAsync(IMongoStore store, string collection, params string[] documents) =>
        await store.ExecuteAsync(new InsertCommand(collection) { Documents = [.. documents.Select(BsonDocument.Parse)] }, default);

    private async Task FillAsync(params Func<IMongoStore, Task>[] fill)
    {
        using var store = StoreOpening.Open(_folder.Path);
        foreach (var insert in fill)
        {
            await insert(store);
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["model", .. arguments], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
