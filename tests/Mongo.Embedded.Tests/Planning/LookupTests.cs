using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

/// <summary>`$lookup`, `$facet`, `$bucket` and `$sortByCount`, with the answers of a MongoDB server.</summary>
public sealed class LookupTests : IDisposable
{
    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);

    [Theory]
    [InlineData("k: 1", "f1 f2")]
    [InlineData("k: [1, 2]", "f1 f2")]
    [InlineData("k: null", "f3 f4")]
    [InlineData("x: 1", "f3 f4")]
    [InlineData("k: []", "f3 f4")]
    [InlineData("k: {z: 1}", "f5")]
    [InlineData("k: [[1]]", "f8")]
    [InlineData("k: 1.0", "f1 f2")]
    [InlineData("k: {\"$regularExpression\": {pattern: \"a\", options: \"\"}}", "f9")]
    public async Task Equal_fields_join(string field, string expected)
    {
        await FillAsync($"{{_id: 1, {field}}}");
        const string Lookup = """{$lookup: {from: "f", localField: "k", foreignField: "v", as: "r"}}""";

        var scanned = await IdsAsync(Lookup);
        await _store.CreateIndexAsync("f", "v", "{v: 1}");

        Assert.Equal(expected, scanned);
        Assert.Equal(expected, await IdsAsync(Lookup));
    }

    [Theory]
    [InlineData("k: 1", "f1")]
    [InlineData("k: [1, 2]", "")]
    [InlineData("k: null", "f3")]
    [InlineData("x: 1", "f4")]
    [InlineData("k: []", "f7")]
    [InlineData("k: {z: 1}", "f5")]
    public async Task An_equality_of_a_variable_is_exact_and_may_use_an_index(string field, string expected)
    {
        await FillAsync($"{{_id: 1, {field}}}");
        const string Lookup = """{$lookup: {from: "f", let: {k: "$k"}, pipeline: [{$match: {$expr: {$eq: ["$v", "$$k"]}}}], as: "r"}}""";

        var scanned = await IdsAsync(Lookup);
        await _store.CreateIndexAsync("f", "v", "{v: 1}");

        Assert.Equal(expected, scanned);
        Assert.Equal(expected, await IdsAsync(Lookup));
    }

    [Fact]
    public async Task An_index_of_the_other_collection_is_used_for_each_document()
    {
        await _store.InsertAsync("a", [.. Enumerable.Range(0, 10).Select(id => $"{{_id: {id}}}")]);
        await _store.InsertAsync("f", [.. Enumerable.Range(0, 100).Select(id => $"{{_id: {id}, v: {id % 50}}}")]);
        await _store.CreateIndexAsync("f", "v", "{v: 1}");

        foreach (var lookup in new[]
        {
            """{$lookup: {from: "f", localField: "_id", foreignField: "v", as: "r"}}""",
            """{$lookup: {from: "f", let: {k: "$_id"}, pipeline: [{$match: {$expr: {$and: [{$eq: ["$v", "$$k"]}, {$gte: ["$_id", 0]}]}}}], as: "r"}}""",
        })
        {
            var (_, _, documents, _) = ExplainedPlan.Read(await _store.RunAsync(new ExplainCommand(new AggregateCommand("a") { Pipeline = [StoreExtensions.Parse(lookup)] })));
            Assert.Equal(30, documents);
        }
    }

    [Theory]
    [InlineData("""{$lookup: {from: "f", localField: "k", foreignField: "v", let: {n: 5}, pipeline: [{$sort: {_id: -1}}, {$limit: 1}, {$project: {n: "$$n"}}], as: "r"}}""", """{"_id": 1, "k": 1, "r": [{"_id": "f2", "n": 5}]}""")]
    [InlineData("""{$lookup: {from: "f", pipeline: [{$count: "n"}], as: "k.n"}}""", """{"_id": 1, "k": {"n": [{"n": 9}]}}""")]
    [InlineData("""{$lookup: {from: "none", pipeline: [], as: "_l.r"}}""", """{"_id": 1, "k": 1, "_l": {"r": []}}""")]
    [InlineData("""{$lookup: {from: "none", pipeline: [], as: "k"}}""", """{"_id": 1, "k": []}""")]
    [InlineData("""{$lookup: {from: "f", let: {x: "$k"}, pipeline: [{$limit: 1}, {$lookup: {from: "f", let: {y: "$v"}, pipeline: [{$match: {$expr: {$eq: ["$v", {$add: ["$$x", "$$y", -1]}]}}}, {$project: {_id: 1}}], as: "s"}}], as: "r"}}""", """{"_id": 1, "k": 1, "r": [{"_id": "f1", "v": 1, "s": [{"_id": "f1"}]}]}""")]
    [InlineData("""{$facet: {all: [], n: [{$count: "n"}], none: [{$match: {k: 9}}]}}""", """{"all": [{"_id": 1, "k": 1}], "n": [{"n": 1}], "none": []}""")]
    [InlineData("""{$sortByCount: "$k"}""", """{"_id": 1, "count": 1}""")]
    [InlineData("""{$bucket: {groupBy: "$k", boundaries: [0, 1, 2]}}""", """{"_id": 1, "count": 1}""")]
    [InlineData("""{$bucket: {groupBy: "$k", boundaries: [5, 9], default: "other", output: {s: {$sum: "$k"}}}}""", """{"_id": "other", "s": 1}""")]
    [InlineData("""{$group: {_id: null, m: {$mergeObjects: {a: "$k"}}, d: {$stdDevPop: "$k"}, a: {$avg: {"$numberDecimal": "2.5"}}}}""", """{"_id": null, "m": {"a": 1}, "d": 0.0, "a": {"$numberDecimal": "2.5"}}""")]
    [InlineData("""{$match: {$expr: {$gt: [{$add: ["$k", 1]}, 1]}}}""", """{"_id": 1, "k": 1}""")]
    [InlineData("""{$project: {x: {$add: ["$k", 1]}, y: {z: "$k"}}}""", """{"_id": 1, "x": 2, "y": {"z": 1}}""")]
    [InlineData("""{$replaceRoot: {newRoot: {$mergeObjects: ["$$ROOT", {z: 1}]}}}""", """{"_id": 1, "k": 1, "z": 1}""")]
    public async Task Stages_compute(string stage, string expected)
    {
        await FillAsync("{_id: 1, k: 1}");

        Assert.Equal(expected, string.Join(' ', await _store.AggregateAsync("a", stage)));
    }

    [Theory]
    [InlineData("""{$lookup: {from: "f", localField: "k", as: "r"}}""", 9)]
    [InlineData("""{$lookup: {from: "f", as: "r"}}""", 9)]
    [InlineData("""{$lookup: {localField: "k", foreignField: "v", as: "r"}}""", 9)]
    [InlineData("""{$lookup: {from: "f", localField: "k", foreignField: "v"}}""", 9)]
    [InlineData("""{$lookup: {from: "f", pipeline: 1, as: "r"}}""", 14)]
    [InlineData("""{$lookup: {from: "f", pipeline: [{$teleport: 1}], as: "r"}}""", 40324)]
    [InlineData("""{$lookup: {from: "f", pipeline: [{$match: {$expr: "$$nope"}}], as: "r"}}""", 17276)]
    [InlineData("""{$facet: {}}""", 40169)]
    [InlineData("""{$facet: {a: 1}}""", 40170)]
    [InlineData("""{$facet: {a: [{$facet: {b: []}}]}}""", 40600)]
    [InlineData("""{$facet: {"a.b": []}}""", 16412)]
    [InlineData("""{$bucket: {groupBy: "$k", boundaries: [5, 9]}}""", 40066)]
    [InlineData("""{$bucket: {groupBy: "$k", boundaries: [9, 5]}}""", 40194)]
    [InlineData("""{$bucket: {groupBy: "$k", boundaries: [9, "a"]}}""", 40193)]
    [InlineData("""{$sortByCount: 5}""", 40149)]
    [InlineData("""{$addFields: {k: "$_id", "k.x": 1}}""", 40176)]
    [InlineData("""{$project: {k: "$_id", "k.x": "$_id"}}""", 31249)]
    [InlineData("""{$addFields: {x: {}}}""", 40180)]
    public async Task A_stage_that_is_none_is_refused(string stage, int expected)
    {
        await FillAsync("{_id: 1, k: 1}");

        Assert.Equal(expected, (int)(await Assert.ThrowsAsync<StoreException>(() => _store.AggregateAsync("a", stage))).Code);
    }

    [Fact]
    public async Task Lookups_inside_each_other_have_a_depth()
    {
        var lookup = "{$count: \"n\"}";
        for (var i = 0; i < 21; i++)
        {
            lookup = $"{{$lookup: {{from: \"f\", pipeline: [{lookup}], as: \"r\"}}}}";
        }

        Assert.Equal(StoreErrorCode.MaxSubPipelineDepthExceeded, (await Assert.ThrowsAsync<StoreException>(() => _store.AggregateAsync("a", lookup))).Code);
    }

    public void Dispose() => _store.Dispose();

    private Task FillAsync(string document) => Task.WhenAll(
        _store.InsertAsync("a", document),
        _store.InsertAsync(
            "f", """{_id: "f1", v: 1}""", """{_id: "f2", v: [1, 3]}""", """{_id: "f3", v: null}""", """{_id: "f4"}""", """{_id: "f5", v: {z: 1}}""", """{_id: "f6", v: "a"}""",
            """{_id: "f7", v: []}""", """{_id: "f8", v: [[1]]}""", """{_id: "f9", v: {"$regularExpression": {pattern: "a", options: ""}}}"""));

    private async Task<string> IdsAsync(string lookup) =>
        string.Join(' ', await _store.AggregateAsync("a", lookup, """{$unwind: "$r"}""", """{$replaceRoot: {newRoot: "$r"}}""", "{$sort: {_id: 1}}", "{$project: {_id: 1}}"))
            .Replace("{\"_id\": \"", "", StringComparison.Ordinal).Replace("\"}", "", StringComparison.Ordinal);
}
