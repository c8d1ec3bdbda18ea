namespace OwnedData.Mongo.Embedded.Tests.Wire;

public sealed class CursorTableTests
{
    private const string Ten = "{_id: 0}, {_id: 1}, {_id: 2}, {_id: 3}, {_id: 4}, {_id: 5}, {_id: 6}, {_id: 7}, {_id: 8}, {_id: 9}";

    [Fact]
    public async Task A_cursor_gives_its_documents_batch_by_batch_and_is_gone_with_the_last()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");

        var first = await client.RunAsync("{find: \"a\", filter: {_id: {$lt: 5}}, batchSize: 2}");
        var id = IdOf(first);
        var second = await client.RunAsync($"{{getMore: {id}, collection: \"a\", batchSize: 2}}");
        var last = await client.RunAsync($"{{getMore: {id}, collection: \"a\"}}");
        var beyond = await client.RunAsync($"{{getMore: {id}, collection: \"a\"}}");

        Assert.StartsWith("""{"cursor": {"firstBatch": [{"_id": 0}, {"_id": 1}], "id": """, first, StringComparison.Ordinal);
        Assert.StartsWith("""{"cursor": {"nextBatch": [{"_id": 2}, {"_id": 3}], "id": """, second, StringComparison.Ordinal);
        Assert.Equal("""{"cursor": {"nextBatch": [{"_id": 4}], "id": 0, "ns": "owneddata.a"}, "ok": 1.0}""", last);
        Assert.Contains("\"code\": 43, \"codeName\": \"CursorNotFound\"", beyond, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_holds_everything_leaves_no_cursor()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");

        Assert.Contains("\"id\": 0,", await client.RunAsync("{find: \"a\", batchSize: 10}"), StringComparison.Ordinal);
        Assert.Contains("\"id\": 0,", await client.RunAsync("{find: \"a\", batchSize: 3, singleBatch: true}"), StringComparison.Ordinal);
        Assert.Contains("\"id\": 0,", await client.RunAsync("{aggregate: \"a\", pipeline: [{$limit: 3}], cursor: {batchSize: 3}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_sees_the_data_as_it_was_and_any_connection_may_read_on()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        using var other = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");
        var id = IdOf(await client.RunAsync("{find: \"a\", batchSize: 0}"));

        await client.RunAsync("{drop: \"a\"}");
        var rest = await other.RunAsync($"{{getMore: {id}, collection: \"a\", batchSize: 1}}");

        Assert.StartsWith("""{"cursor": {"nextBatch": [{"_id": 0}]""", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_cursor_is_not_found()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");
        var id = IdOf(await client.RunAsync("{find: \"a\", batchSize: 1}"));

        var killed = await client.RunAsync($"{{killCursors: \"a\", cursors: [{id}, {{\"$numberLong\": \"7\"}}]}}");

        Assert.StartsWith("""{"cursorsKilled": [""", killed, StringComparison.Ordinal);
        Assert.Contains("\"cursorsNotFound\": [7], \"cursorsAlive\": [], \"cursorsUnknown\": [], \"ok\": 1.0", killed, StringComparison.Ordinal);
        Assert.Contains("CursorNotFound", await client.RunAsync($"{{getMore: {id}, collection: \"a\"}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_collection_is_not_found()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");
        var id = IdOf(await client.RunAsync("{find: \"a\", batchSize: 1}"));

        Assert.Contains("CursorNotFound", await client.RunAsync($"{{getMore: {id}, collection: \"b\"}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cursor_that_was_unused_the_longest_makes_room_for_another()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");
        var ids = new List<string>();
        for (var i = 0; i < 49; i++)
        {
            ids.Add(IdOf(await client.RunAsync("{find: \"a\", batchSize: 1}")));
        }

        Assert.Contains("CursorNotFound", await client.RunAsync($"{{getMore: {ids[0]}, collection: \"a\"}}"), StringComparison.Ordinal);
        Assert.Contains("nextBatch", await client.RunAsync($"{{getMore: {ids[1]}, collection: \"a\"}}"), StringComparison.Ordinal);
        Assert.Contains("nextBatch", await client.RunAsync($"{{getMore: {ids[48]}, collection: \"a\"}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Using_a_cursor_makes_it_the_youngest()
    {
        var time = new ManualTime();
        await using var open = new OpenListener(timeProvider: time);
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");
        var ids = new List<string>();
        for (var i = 0; i < 48; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            ids.Add(IdOf(await client.RunAsync("{find: \"a\", batchSize: 1}")));
        }

        time.Advance(TimeSpan.FromSeconds(1));
        await client.RunAsync($"{{getMore: {ids[0]}, collection: \"a\", batchSize: 1}}");
        time.Advance(TimeSpan.FromSeconds(1));
        await client.RunAsync("{find: \"a\", batchSize: 1}");

        Assert.Contains("nextBatch", await client.RunAsync($"{{getMore: {ids[0]}, collection: \"a\"}}"), StringComparison.Ordinal);
        Assert.Contains("CursorNotFound", await client.RunAsync($"{{getMore: {ids[1]}, collection: \"a\"}}"), StringComparison.Ordinal);
        Assert.Contains("nextBatch", await client.RunAsync($"{{getMore: {ids[2]}, collection: \"a\"}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_is_unused_for_longer_than_ten_minutes_is_closed()
    {
        var time = new ManualTime();
        await using var open = new OpenListener(timeProvider: time);
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{Ten}]}}");
        var used = IdOf(await client.RunAsync("{find: \"a\", batchSize: 1}"));
        var unused = IdOf(await client.RunAsync("{find: \"a\", batchSize: 1}"));

        time.Advance(TimeSpan.FromMinutes(10));
        await client.RunAsync($"{{getMore: {used}, collection: \"a\", batchSize: 1}}");
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("nextBatch", await client.RunAsync($"{{getMore: {used}, collection: \"a\"}}"), StringComparison.Ordinal);
        Assert.Contains("CursorNotFound", await client.RunAsync($"{{getMore: {unused}, collection: \"a\"}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_between_two_batches_is_not_the_commands()
    {
        var time = new ManualTime();
        await using var open = new OpenListener(timeProvider: time);
        using var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"a\", documents: [{string.Join(", ", Enumerable.Range(0, 500).Select(id => $"{{_id: {id}}}"))}]}}");
        var id = IdOf(await client.RunAsync("{find: \"a\", batchSize: 1, maxTimeMS: 1000}"));

        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("{\"_id\": 499}", await client.RunAsync($"{{getMore: {id}, collection: \"a\"}}"), StringComparison.Ordinal);
    }

    // As Extended JSON of an int64.
    private static string IdOf(string reply)
    {
        StoreExtensions.Parse(reply).TryGetValue("cursor"u8, out var cursor);
        new OwnedData.Bson.BsonDocument(cursor.Bytes.ToArray()).TryGetValue("id"u8, out var id);
        Assert.NotEqual(0, id.AsInt64());
        return $"{{\"$numberLong\": \"{id.AsInt64()}\"}}";
    }
}
