namespace OwnedData.Mongo.Tests;

/// <content>`$unionWith` and `$project`.</content>
public abstract partial class MongoStoreContract
{
    [StoreFact]
    public async Task A_union_gives_each_branch_after_the_other_in_its_own_order_up_to_its_own_limit()
    {
        await Store.InsertAsync("union_a", "{_id: 1, a: 3, p: 1}", "{_id: 2, a: 1, p: 1}", "{_id: 3, a: 2, p: 2}");
        await Store.InsertAsync("union_b", "{_id: 1, a: 9}", "{_id: 2, a: 8}", "{_id: 3, a: 7}");

        var found = await Store.AggregateAsync(
            "union_a",
            "{$match: {p: 1}}",
            "{$sort: {a: 1}}",
            "{$limit: 1}",
            "{$project: {a: 1}}",
            """{$unionWith: {coll: "union_a", pipeline: [{$match: {p: 2}}, {$project: {a: 1, _id: 0}}]}}""",
            """{$unionWith: {coll: "union_b", pipeline: [{$match: {a: {$gt: 7}}}, {$sort: {a: -1}}, {$limit: 1}]}}""");

        Assert.Equal(["""{"_id": 2, "a": 1}""", """{"a": 2}""", """{"_id": 1, "a": 9}"""], found);
    }

    [StoreFact]
    public async Task Stages_after_a_union_see_all_its_documents()
    {
        await Store.InsertAsync("union_all", "{_id: 1, a: 1}", "{_id: 2, a: 2}");

        Assert.Equal(["""{"n": 4}"""], await Store.AggregateAsync("union_all", """{$unionWith: "union_all"}""", """{$count: "n"}"""));
        Assert.Equal(
            ["""{"_id": 2, "a": 2}""", """{"_id": 2, "a": 2}"""],
            await Store.AggregateAsync("union_all", """{$unionWith: {coll: "union_all"}}""", "{$match: {a: 2}}"));
    }

    [StoreTheory]
    [InlineData("union_late", "{$match: {$expr: false}}")]
    [InlineData("union_nowhere", "{$match: {}}")]
    public async Task A_union_goes_on_where_its_first_branch_or_another_has_nothing(string collection, string match)
    {
        var branches = $"union_late_{collection}";
        await Store.InsertAsync(branches, "{_id: 1}");

        var found = await Store.AggregateAsync(
            collection == "union_late" ? branches : collection,
            match,
            """{$unionWith: {coll: "union_nowhere", pipeline: []}}""",
            $$"""{$unionWith: {coll: "{{branches}}", pipeline: []} }""");

        Assert.Equal(["""{"_id": 1}"""], found);
    }

    [StoreFact]
    public async Task A_union_inside_a_union_comes_before_what_follows_it()
    {
        await Store.InsertAsync("union_nested", "{_id: 1}", "{_id: 2}", "{_id: 3}");

        var found = await Store.AggregateAsync(
            "union_nested",
            "{$match: {_id: 1}}",
            """{$unionWith: {coll: "union_nested", pipeline: [{$match: {_id: 2}}, {$unionWith: {coll: "union_nested", pipeline: [{$match: {_id: 3}}]}}]}}""",
            """{$unionWith: {coll: "union_nested", pipeline: [{$match: {_id: 1}}]}}""");

        Assert.Equal(["""{"_id": 1}""", """{"_id": 2}""", """{"_id": 3}""", """{"_id": 1}"""], found);
    }

    [StoreTheory]
    [InlineData("{$unionWith: 1}", StoreErrorCode.FailedToParse)]
    [InlineData("""{$unionWith: {coll: "a", pipeline: [], let: {}}}""", StoreErrorCode.UnknownField)]
    [InlineData("""{$unionWith: {coll: "a", pipeline: [{$teleport: {}}]}}""", StoreErrorCode.UnrecognizedPipelineStage)]
    [InlineData("{$project: {}}", StoreErrorCode.EmptyProjection)]
    public async Task A_stage_that_is_not_well_formed_is_refused(string stage, StoreErrorCode expected)
    {
        await Store.InsertAsync("union_wrong", "{_id: 1}");

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.AggregateAsync("union_wrong", stage));

        Assert.Equal(expected, error.Code);
    }

    [StoreTheory]
    [InlineData(20, null)]
    [InlineData(21, StoreErrorCode.MaxSubPipelineDepthExceeded)]
    public async Task Unions_inside_unions_are_bounded(int depth, StoreErrorCode? expected)
    {
        var stage = "{$match: {}}";
        for (var level = 0; level < depth; level++)
        {
            stage = $$"""{$unionWith: {coll: "union_deep", pipeline: [{{stage}}]} }""";
        }

        var error = await Record.ExceptionAsync(() => Store.AggregateAsync("union_deep", stage));

        Assert.Equal(expected, (error as StoreException)?.Code);
    }
}
