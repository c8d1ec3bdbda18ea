namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>The commands that tools send and the API does not.</summary>
public sealed class AdministrationTests
{
    [Fact]
    public async Task Databases_and_collections_are_listed()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{create: \"b\"}");
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}]}");

        Assert.Equal("""{"databases": [{"name": "owneddata"}], "ok": 1.0}""", await client.RunAsync("{listDatabases: 1, nameOnly: true}", "admin"));
        Assert.Equal(
            """{"cursor": {"firstBatch": [{"name": "a", "type": "collection"}, {"name": "b", "type": "collection"}], "id": 0, "ns": "owneddata.$cmd.listCollections"}, "ok": 1.0}""",
            await client.RunAsync("{listCollections: 1, nameOnly: true, cursor: {}}"));
        Assert.Contains(
            """[{"name": "b", "type": "collection", "options": {}, "info": {"readOnly": false}, "idIndex": {"v": 2, "key": {"_id": 1}, "name": "_id_"}}]""",
            await client.RunAsync("{listCollections: 1, filter: {name: \"b\"}}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sizes_are_told()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}, {_id: 2}]}");

        Assert.StartsWith("""{"ns": "owneddata.a", "size": 28, "count": 2, "avgObjSize": 14,""", await client.RunAsync("{collStats: \"a\"}"), StringComparison.Ordinal);
        Assert.StartsWith("""{"ns": "owneddata.none", "size": 0, "count": 0, "storageSize": 0,""", await client.RunAsync("{collStats: \"none\"}"), StringComparison.Ordinal);
        Assert.StartsWith("""{"db": "owneddata", "collections": 1, "views": 0, "objects": 2, "avgObjSize": 14.0,""", await client.RunAsync("{dbStats: 1}"), StringComparison.Ordinal);
        Assert.Equal(
            """{"ns": "owneddata.a", "nrecords": 2, "nIndexes": 1, "valid": true, "errors": [], "ok": 1.0}""", await client.RunAsync("{validate: \"a\", full: true}"));
        Assert.Contains("NamespaceNotFound", await client.RunAsync("{validate: \"none\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_is_told()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        var status = await client.RunAsync("{serverStatus: 1}", "admin");

        Assert.Contains("\"process\": \"owneddata\"", status, StringComparison.Ordinal);
        Assert.Contains("\"connections\": {\"current\": 1, \"available\": 99}", status, StringComparison.Ordinal);
        Assert.Contains("\"storageEngine\": {\"name\": \"sqlite\", \"persistent\": true}", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sizes_of_the_database_are_divided_by_the_scale()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}, {_id: 2}]}");

        Assert.Contains("\"dataSize\": 28.0, \"storageSize\": 28.0", await client.RunAsync("{dbStats: 1}"), StringComparison.Ordinal);
        Assert.Contains("\"dataSize\": 7.0, \"storageSize\": 7.0", await client.RunAsync("{dbStats: 1, scale: 4}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_machine_is_told()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Matches(
            """^\{"system": \{"currentTime": .*, "hostname": ".+", "cpuAddrSize": 64, "memSizeMB": \d+, .*"os": \{"type": "(Linux|Windows|Darwin)", .*"extra": \{\}, "ok": 1.0\}$""",
            await client.RunAsync("{hostInfo: 1}", "admin"));
    }

    [Fact]
    public async Task A_collection_is_renamed_with_its_documents_and_indexes()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1, x: 1}]}");
        await client.RunAsync("{createIndexes: \"a\", indexes: [{key: {x: 1}, name: \"x_1\", unique: true}]}");
        await client.RunAsync("{create: \"taken\"}");

        Assert.Contains("NamespaceExists", await client.RunAsync("{renameCollection: \"owneddata.a\", to: \"owneddata.taken\"}", "admin"), StringComparison.Ordinal);
        Assert.Contains("NamespaceNotFound", await client.RunAsync("{renameCollection: \"other.a\", to: \"owneddata.b\"}", "admin"), StringComparison.Ordinal);
        Assert.Equal("""{"ok": 1.0}""", await client.RunAsync("{renameCollection: \"owneddata.a\", to: \"owneddata.taken\", dropTarget: true}", "admin"));
        Assert.Contains("[]", await client.RunAsync("{find: \"a\"}"), StringComparison.Ordinal);
        Assert.Contains("\"code\": 11000", await client.RunAsync("{insert: \"taken\", documents: [{_id: 2, x: 1}]}"), StringComparison.Ordinal);
        Assert.Contains("[{\"_id\": 1, \"x\": 1}]", await client.RunAsync("{find: \"taken\", filter: {x: 1}}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"x_1\"", 2)]
    [InlineData("{x: 1}", 2)]
    [InlineData("[\"x_1\", \"y_1\"]", 1)]
    [InlineData("\"*\"", 1)]
    public async Task Indexes_are_dropped_by_name_by_keys_and_all(string index, int left)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{createIndexes: \"a\", indexes: [{key: {x: 1}, name: \"x_1\"}, {key: {y: 1}, name: \"y_1\"}]}");

        Assert.Equal("""{"nIndexesWas": 3, "ok": 1.0}""", await client.RunAsync($"{{dropIndexes: \"a\", index: {index}}}"));
        Assert.Contains($"\"nIndexes\": {left},", await client.RunAsync("{validate: \"a\"}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"_id_\"", "InvalidOptions")]
    [InlineData("{_id: 1}", "InvalidOptions")]
    [InlineData("\"z_1\"", "IndexNotFound")]
    [InlineData("5", "IndexNotFound")]
    public async Task The_index_of_the_id_and_one_that_is_not_there_are_not_dropped(string index, string error)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{create: \"a\"}");

        Assert.Contains($"\"codeName\": \"{error}\"", await client.RunAsync($"{{dropIndexes: \"a\", index: {index}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropping_the_database_leaves_nothing()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}]}");
        await client.RunAsync("{insert: \"b\", documents: [{_id: 1}]}");

        Assert.Equal("""{"ok": 1.0}""", await client.RunAsync("{dropDatabase: 1}"));
        Assert.Contains("\"firstBatch\": []", await client.RunAsync("{listCollections: 1}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{count: \"a\"}", 6)]
    [InlineData("{count: \"a\", query: {x: 1}}", 3)]
    [InlineData("{count: \"a\", skip: 4}", 2)]
    [InlineData("{count: \"a\", skip: 9}", 0)]
    [InlineData("{count: \"a\", skip: 1, limit: 2}", 2)]
    [InlineData("{count: \"none\"}", 0)]
    public async Task Documents_are_counted(string command, int expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{x: 1}, {x: 1}, {x: 1}, {x: 2}, {x: 2}, {}]}");

        Assert.Equal($$"""{"n": {{expected}}, "ok": 1.0}""", await client.RunAsync(command));
    }

    [Theory]
    [InlineData("{distinct: \"a\", key: \"x\"}", "[1, 2, 3, [4], null]")]
    [InlineData("{distinct: \"a\", key: \"x\", query: {x: 2}}", "[2, 3]")]
    [InlineData("{distinct: \"a\", key: \"y.z\"}", "[7, 8]")]
    [InlineData("{distinct: \"a\", key: \"y.0.z\"}", "[8]")]
    [InlineData("{distinct: \"none\", key: \"x\"}", "[]")]
    public async Task Distinct_values_come_once_and_arrays_by_element(string command, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{x: 1, y: {z: 7}}, {x: 1.0}, {x: [2, 3]}, {x: [3, [4]]}, {x: null, y: [{z: 8}, {z: 7}, 5]}, {x: []}]}");

        Assert.Equal($$"""{"values": {{expected}}, "ok": 1.0}""", await client.RunAsync(command));
    }

    [Fact]
    public async Task An_unordered_write_goes_on_past_what_is_refused()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        var inserted = await client.RunAsync("{insert: \"a\", documents: [{_id: 1}, {_id: 1}, {_id: 2}, {_id: 2}, {_id: 3}], ordered: false}");
        var updated = await client.RunAsync("{update: \"a\", updates: [{q: {_id: 1}, u: {$inc: {_id: 1}}}, {q: {_id: 2}, u: {$set: {x: 1}}}], ordered: false}");
        var ordered = await client.RunAsync("{insert: \"a\", documents: [{_id: 4}, {_id: 1}, {_id: 5}]}");

        Assert.Matches("""^\{"n": 3, "writeErrors": \[\{"index": 1, "code": 11000, .*\{"index": 3, "code": 11000, .*\], "ok": 1.0\}$""", inserted);
        Assert.Matches("""^\{"n": 1, "nModified": 1, "writeErrors": \[\{"index": 0, "code": 66, .*\], "ok": 1.0\}$""", updated);
        Assert.Matches("""^\{"n": 1, "writeErrors": \[\{"index": 1, "code": 11000, .*\], "ok": 1.0\}$""", ordered);
    }

    [Fact]
    public async Task Skipping_comes_before_the_limit()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}, {_id: 2}, {_id: 3}, {_id: 4}]}");

        Assert.Contains("[{\"_id\": 3}, {\"_id\": 2}]", await client.RunAsync("{find: \"a\", sort: {_id: -1}, skip: 1, limit: 2}"), StringComparison.Ordinal);
        Assert.Contains("[{\"_id\": 4}]", await client.RunAsync("{find: \"a\", skip: 3}"), StringComparison.Ordinal);
        Assert.Contains("[]", await client.RunAsync("{find: \"a\", skip: {\"$numberLong\": \"9223372036854775807\"}, limit: 2}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_sessions_and_replica_sets_is_taken_and_transactions_are_refused()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(
            "\"n\": 1",
            await client.RunAsync("{insert: \"a\", documents: [{_id: 1}], lsid: {id: 1}, writeConcern: {w: \"majority\"}, $readPreference: {mode: \"primary\"}, comment: \"x\"}"),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"code\": 20, \"codeName\": \"IllegalOperation\"",
            await client.RunAsync("{insert: \"a\", documents: [{_id: 2}], lsid: {id: 1}, txnNumber: {\"$numberLong\": \"1\"}}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{teleport: 1}", "\"errmsg\": \"no such command: 'teleport'\", \"code\": 59, \"codeName\": \"CommandNotFound\"")]
    [InlineData("{find: \"a\", teleport: 1}", "\"errmsg\": \"BSON field 'find.teleport' is an unknown field.\", \"code\": 40415, \"codeName\": \"Location40415\"")]
    [InlineData("{aggregate: \"a\", pipeline: [{$teleport: {}}], cursor: {}}", "\"errmsg\": \"Unrecognized pipeline stage name: '$teleport'\", \"code\": 40324")]
    [InlineData("{aggregate: 1, pipeline: [{$currentOp: {}}], cursor: {}}", "\"errmsg\": \"Unrecognized pipeline stage name: '$currentOp'\", \"code\": 40324")]
    [InlineData("{aggregate: 1, pipeline: [{$match: {}}], cursor: {}}", "a collection is required.\", \"code\": 73, \"codeName\": \"InvalidNamespace\"")]
    [InlineData("{find: \"a\", filter: {x: {$teleport: 1}}}", "\"errmsg\": \"unknown operator: $teleport\", \"code\": 2, \"codeName\": \"BadValue\"")]
    [InlineData("{find: 1}", "\"code\": 14, \"codeName\": \"TypeMismatch\"")]
    [InlineData("{find: \"a\", batchSize: -1}", "\"code\": 2, \"codeName\": \"BadValue\"")]
    [InlineData("{killCursors: \"a\"}", "\"code\": 40414")]
    [InlineData("{killCursors: \"a\", cursors: [1]}", "\"codeName\": \"InvalidBSON\"")]
    public async Task What_is_unknown_or_of_the_wrong_type_has_MongoDBs_code_and_the_name(string command, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(expected, await client.RunAsync(command), StringComparison.Ordinal);
    }
}
