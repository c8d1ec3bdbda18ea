using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Tests;

/// <summary>What every store must do, through the seam alone. Each test uses its own collections.</summary>
public abstract partial class MongoStoreContract
{
    protected abstract IMongoStore Store { get; }

    [StoreFact]
    public async Task Inserted_documents_are_found_by_filter_in_order_up_to_the_limit()
    {
        await Store.InsertAsync("find_basic", "{_id: 1, a: 3}", "{_id: 2, a: 1}", "{_id: 3, a: 2}", "{_id: 4, a: 9}");

        var found = await Store.FindAsync("find_basic", "{a: {$lt: 9}}", sort: "{a: 1}", limit: 2);

        Assert.Equal(["""{"_id": 2, "a": 1}""", """{"_id": 3, "a": 2}"""], found);
    }

    [StoreFact]
    public async Task A_collection_that_does_not_exist_is_empty()
    {
        Assert.Empty(await Store.FindAsync("nowhere"));
        Assert.Empty(await Store.AggregateAsync("nowhere", "{$match: {}}"));
        Assert.Empty(await Store.QueryAsync(new ListIndexesCommand("nowhere")));
    }

    [StoreFact]
    public async Task The_id_is_stored_first()
    {
        await Store.InsertAsync("id_first", "{a: 1, _id: 7, b: 2}");

        Assert.Equal(["""{"_id": 7, "a": 1, "b": 2}"""], await Store.FindAsync("id_first"));
    }

    [StoreFact]
    public async Task A_missing_id_is_made()
    {
        await Store.InsertAsync("id_made", "{a: 1}");

        var found = Assert.Single(await Store.FindAsync("id_made"));
        Assert.Matches("""^\{"_id": \{"\$oid": "[0-9a-f]{24}"\}, "a": 1\}$""", found);
    }

    [StoreFact]
    public async Task An_insert_stops_at_the_first_duplicate_and_keeps_what_came_before()
    {
        await Store.InsertAsync("duplicates", "{_id: 1}");

        var error = await Store.FailAsync(new InsertCommand("duplicates") { Documents = Documents("{_id: 2}", "{_id: 1.0}", "{_id: 3}") });

        Assert.Equal((StoreErrorCode.DuplicateKey, "_id_", 1), (error.Code, error.IndexName, error.DocumentsWritten));
        Assert.Equal(["""{"_id": 1}""", """{"_id": 2}"""], await Store.FindAsync("duplicates", sort: "{_id: 1}"));
    }

    [StoreFact]
    public async Task Counting_gives_one_document_or_none()
    {
        await Store.InsertAsync("counted", "{a: 1}", "{a: 1}", "{a: 2}");

        Assert.Equal(["""{"n": 2}"""], await Store.AggregateAsync("counted", "{$match: {a: 1}}", """{$count: "n"}"""));
        Assert.Empty(await Store.AggregateAsync("counted", "{$match: {a: 5}}", """{$count: "n"}"""));
    }

    [StoreTheory]
    [InlineData("find")]
    [InlineData("count")]
    public async Task Explaining_says_how_many_documents_a_scan_looked_at(string kind)
    {
        var collection = $"explained_{kind}";
        await Store.InsertAsync(collection, "{a: 1}", "{a: 1}", "{a: 2}");
        QueryCommand command = kind == "find"
            ? new FindCommand(collection) { Filter = Parse("{a: 2}") }
            : new AggregateCommand(collection) { Pipeline = Documents("{$match: {a: 2}}", """{$count: "n"}""") };

        var statistics = ExplainStatistics.Read(await Store.ExecuteAsync(new ExplainCommand(command), CancellationToken.None));

        Assert.Contains("COLLSCAN", statistics.Stages);
        Assert.Equal((0, 3, 1), (statistics.KeysExamined, statistics.DocumentsExamined, statistics.Returned));
    }

    [StoreFact]
    public async Task Pipeline_stages_run_in_their_order()
    {
        await Store.InsertAsync("pipeline", "{_id: 1, a: 3}", "{_id: 2, a: 1}", "{_id: 3, a: 2}");

        var found = await Store.AggregateAsync("pipeline", "{$sort: {a: -1}}", "{$limit: 2}", "{$match: {a: {$lt: 3}}}", "{$sort: {_id: 1}}", "{$limit: 5}");

        Assert.Equal(["""{"_id": 3, "a": 2}"""], found);
    }

    [StoreFact]
    public async Task An_unknown_stage_is_refused()
    {
        await Store.InsertAsync("unknown_stage", "{a: 1}");

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.AggregateAsync("unknown_stage", "{$teleport: {}}"));

        Assert.Equal(StoreErrorCode.UnrecognizedPipelineStage, error.Code);
    }

    [StoreFact]
    public async Task Many_documents_come_in_batches_without_loss()
    {
        await Store.InsertAsync("batches", [.. Enumerable.Range(0, 1000).Select(id => $"{{_id: {id}, text: \"{new string('x', 3000)}\"}}")]);

        var batches = new List<int>();
        await foreach (var batch in Store.QueryAsync(new FindCommand("batches"), CancellationToken.None))
        {
            batches.Add(batch.Count);
            batch.Dispose();
        }

        Assert.Equal(1000, batches.Sum());
        Assert.True(batches.Count > 1);
    }

    [StoreFact]
    public async Task Dropping_a_collection_leaves_nothing_and_twice_is_no_error()
    {
        await Store.InsertAsync("dropped", "{_id: 1}");

        await Store.RunAsync(new DropCommand("dropped"));
        await Store.RunAsync(new DropCommand("dropped"));

        Assert.Empty(await Store.FindAsync("dropped"));
        await Store.InsertAsync("dropped", "{_id: 1}");
        Assert.Single(await Store.FindAsync("dropped"));
    }

    [StoreFact]
    public async Task Making_an_index_twice_changes_nothing()
    {
        await Store.InsertAsync("indexes_twice", "{_id: 1}");

        Assert.Contains("numIndexesBefore\": 1, \"numIndexesAfter\": 2", await Store.CreateIndexAsync("indexes_twice", "a_1", "{a: 1}", unique: true), StringComparison.Ordinal);
        Assert.Contains("numIndexesBefore\": 2, \"numIndexesAfter\": 2", await Store.CreateIndexAsync("indexes_twice", "a_1", "{a: 1}", unique: true), StringComparison.Ordinal);
        Assert.Equal(
            ["""{"v": 2, "key": {"_id": 1}, "name": "_id_"}""", """{"v": 2, "key": {"a": 1}, "name": "a_1", "unique": true}"""],
            from index in await Store.QueryAsync(new ListIndexesCommand("indexes_twice")) select Pick(Parse(index), "v", "key", "name", "unique"));
    }

    [StoreTheory]
    [InlineData("a_1", "{b: 1}", false, StoreErrorCode.IndexKeySpecsConflict)]
    [InlineData("a_1", "{a: 1}", true, StoreErrorCode.IndexKeySpecsConflict)]
    [InlineData("other", "{a: 1}", false, StoreErrorCode.IndexOptionsConflict)]
    public async Task An_index_that_contradicts_another_is_refused(string name, string keys, bool unique, StoreErrorCode expected)
    {
        var collection = $"conflict_{name}_{expected}_{unique}";
        await Store.CreateIndexAsync(collection, "a_1", "{a: 1}");

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.CreateIndexAsync(collection, name, keys, unique));

        Assert.Equal(expected, error.Code);
    }

    [StoreFact]
    public async Task A_unique_index_over_duplicates_is_not_made()
    {
        await Store.InsertAsync("unique_late", "{_id: 1, a: 1}", "{_id: 2, a: 1}");

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.CreateIndexAsync("unique_late", "a_1", "{a: 1}", unique: true));

        Assert.Equal((StoreErrorCode.DuplicateKey, "a_1"), (error.Code, error.IndexName));
        Assert.Single(await Store.QueryAsync(new ListIndexesCommand("unique_late")));
    }

    [StoreFact]
    public async Task Unique_counts_missing_as_null_and_arrays_by_element()
    {
        await Store.CreateIndexAsync("unique_rules", "a_1", "{a: 1}", unique: true);
        await Store.InsertAsync("unique_rules", "{_id: 1}", "{_id: 2, a: [1, 1, 2]}");

        var missing = await Store.FailAsync(new InsertCommand("unique_rules") { Documents = Documents("{_id: 3, a: null}") });
        var element = await Store.FailAsync(new InsertCommand("unique_rules") { Documents = Documents("{_id: 4, a: [9, 2]}") });

        Assert.Equal(("a_1", "a_1"), (missing.IndexName, element.IndexName));
        Assert.Equal(2, (await Store.FindAsync("unique_rules")).Count);
    }

    [StoreFact]
    public async Task Two_arrays_side_by_side_cannot_be_indexed()
    {
        await Store.CreateIndexAsync("parallel", "a_1_b_1", "{a: 1, b: 1}");

        var error = await Store.FailAsync(new InsertCommand("parallel") { Documents = Documents("{a: [1], b: [2]}") });

        Assert.Equal(StoreErrorCode.CannotIndexParallelArrays, error.Code);
    }

    [StoreFact]
    public async Task A_projection_leaves_out_what_is_not_asked_for()
    {
        await Store.InsertAsync("projected", "{_id: 1, a: {b: 1, c: 2}, d: 3}");

        Assert.Equal(["""{"_id": 1, "a": {"b": 1}}"""], await Store.FindAsync("projected", projection: "{\"a.b\": 1}"));
    }

    [StoreFact]
    public async Task A_document_beyond_16_MiB_is_refused()
    {
        var error = await Store.FailAsync(new InsertCommand("too_big") { Documents = Documents($"{{_id: 1, text: \"{new string('x', 16 << 20)}\"}}") });

        // MongoDB's first for an insert, its other for all else.
        Assert.Contains(error.Code, new[] { StoreErrorCode.BadValue, StoreErrorCode.BsonObjectTooLarge });
    }

    [StoreFact]
    public async Task A_cancelled_query_stops()
    {
        await Store.InsertAsync("cancelled", [.. Enumerable.Range(0, 500).Select(id => $"{{_id: {id}}}")]);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var batch in Store.QueryAsync(new FindCommand("cancelled"), cancellation.Token))
            {
                batch.Dispose();
            }
        });
    }
}
