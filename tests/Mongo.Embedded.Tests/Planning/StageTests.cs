namespace OwnedData.Mongo.Embedded.Tests.Planning;

/// <summary>The stages that tools use and the API does not.</summary>
public sealed class StageTests : IDisposable
{
    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);

    [Theory]
    [InlineData("""{$group: {_id: null, n: {$sum: 1}}}""", """{"_id": null, "n": 5}""")]
    [InlineData("""{$group: {_id: "$k", n: {$count: {}}}}""", """{"_id": "a", "n": 3} {"_id": "b", "n": 1} {"_id": null, "n": 1}""")]
    [InlineData("""{$group: {_id: {key: "$k"}, s: {$sum: "$v"}}}""", """{"_id": {"key": "a"}, "s": 8} {"_id": {"key": "b"}, "s": 0} {"_id": {"key": null}, "s": 2.5}""")]
    [InlineData("""{$group: {_id: 1, a: {$avg: "$v"}, none: {$avg: "$nope"}}}""", """{"_id": 1, "a": 2.625, "none": null}""")]
    [InlineData("""{$group: {_id: 1, low: {$min: "$v"}, high: {$max: "$v"}, none: {$min: "$nope"}}}""", """{"_id": 1, "low": 1, "high": "x", "none": null}""")]
    [InlineData("""{$group: {_id: 1, first: {$first: "$v"}, last: {$last: "$w"}}}""", """{"_id": 1, "first": 1, "last": null}""")]
    [InlineData("""{$group: {_id: 1, all: {$push: "$w"}, set: {$addToSet: "$w"}}}""", """{"_id": 1, "all": [1, 1.0, [2]], "set": [1, [2]]}""")]
    [InlineData("""{$group: {_id: "$nope.deeper", ids: {$push: {id: "$_id", v: "$v"}}}}""", """{"_id": null, "ids": [{"id": 1, "v": 1}, {"id": 2, "v": 2}, {"id": 3, "v": 5}, {"id": 4, "v": "x"}, {"id": 5, "v": 2.5}]}""")]
    public async Task Documents_are_grouped(string stage, string expected)
    {
        await _store.InsertAsync(
            "a", """{_id: 1, k: "a", v: 1, w: 1}""", """{_id: 2, k: "a", v: 2, w: 1.0}""", """{_id: 3, k: "a", v: 5, w: [2]}""", """{_id: 4, k: "b", v: "x"}""", "{_id: 5, v: 2.5}");

        Assert.Equal(expected, string.Join(' ', await _store.AggregateAsync("a", "{$sort: {_id: 1}}", stage)));
    }

    [Fact]
    public async Task Nothing_makes_no_group() => Assert.Empty(await _store.AggregateAsync("none", "{$group: {_id: null, n: {$sum: 1}}}"));

    [Theory]
    [InlineData("2147483647", "1", "2147483648")]
    [InlineData("{\"$numberLong\": \"9223372036854775807\"}", "1", "9223372036854775807.0")]
    [InlineData("1", "{\"$numberDecimal\": \"0.10\"}", "{\"$numberDecimal\": \"1.10\"}")]
    public async Task A_sum_takes_the_type_that_it_needs(string left, string right, string expected)
    {
        await _store.InsertAsync("a", $"{{v: {left}}}", $"{{v: {right}}}");

        var sum = Assert.Single(await _store.AggregateAsync("a", "{$group: {_id: 1, s: {$sum: \"$v\"}}}"));

        Assert.Equal(Normal(expected), Normal(sum[(sum.IndexOf("\"s\": ", StringComparison.Ordinal) + 5)..^1]));
        static string Normal(string number) => number.Replace("9223372036854775807.0", "9.223372036854776E+18", StringComparison.Ordinal).Replace("e+", "E+", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{$unwind: "$v"}""", """{"_id": 1, "v": 1} {"_id": 1, "v": 2} {"_id": 4, "v": "x"}""")]
    [InlineData("""{$unwind: {path: "$v", preserveNullAndEmptyArrays: true}}""", """{"_id": 1, "v": 1} {"_id": 1, "v": 2} {"_id": 2} {"_id": 3, "v": null} {"_id": 4, "v": "x"} {"_id": 5}""")]
    [InlineData("""{$unwind: {path: "$v", includeArrayIndex: "at"}}""", """{"_id": 1, "v": 1, "at": 0} {"_id": 1, "v": 2, "at": 1} {"_id": 4, "v": "x", "at": null}""")]
    [InlineData("""{$unwind: {path: "$v", includeArrayIndex: "at", preserveNullAndEmptyArrays: true}}""", """{"_id": 1, "v": 1, "at": 0} {"_id": 1, "v": 2, "at": 1} {"_id": 2, "at": null} {"_id": 3, "v": null, "at": null} {"_id": 4, "v": "x", "at": null} {"_id": 5, "at": null}""")]
    [InlineData("""{$unwind: {path: "$n.m", preserveNullAndEmptyArrays: true}}""", """{"_id": 1, "v": [1, 2]} {"_id": 2, "v": []} {"_id": 3, "v": null} {"_id": 4, "v": "x"} {"_id": 5}""")]
    [InlineData("""{$unwind: "$v.deeper"}""", "")]
    public async Task An_array_is_unwound(string stage, string expected)
    {
        await _store.InsertAsync("a", "{_id: 1, v: [1, 2]}", "{_id: 2, v: []}", "{_id: 3, v: null}", """{_id: 4, v: "x"}""", "{_id: 5}");

        Assert.Equal(expected, string.Join(' ', await _store.AggregateAsync("a", "{$sort: {_id: 1}}", stage)));
    }

    [Theory]
    [InlineData("""{$addFields: {c: "$a.b", d: {$literal: "$x"}}}""", """{"_id": 1, "a": {"b": 2}, "l": [{"x": 1}, {"x": 2}], "c": 2, "d": "$x"}""")]
    [InlineData("""{$set: {"a.c": [1, "$a.b", "$nope"], l: "$l.x"}}""", """{"_id": 1, "a": {"b": 2, "c": [1, 2, null]}, "l": [1, 2]}""")]
    [InlineData("""{$set: {"l.y": 7, a: "$$REMOVE"}}""", """{"_id": 1, "l": [{"x": 1, "y": 7}, {"x": 2, "y": 7}]}""")]
    [InlineData("""{$set: {a: "$l", l: "$a"}}""", """{"_id": 1, "a": [{"x": 1}, {"x": 2}], "l": {"b": 2}}""")]
    [InlineData("""{$set: {n: {m: {k: "$_id"}}}}""", """{"_id": 1, "a": {"b": 2}, "l": [{"x": 1}, {"x": 2}], "n": {"m": {"k": 1}}}""")]
    [InlineData("""{$set: {"n.m": "$$REMOVE", l: []}}""", """{"_id": 1, "a": {"b": 2}, "l": [], "n": {}}""")]
    [InlineData("""{$unset: ["a.b", "l"]}""", """{"_id": 1, "a": {}}""")]
    [InlineData("""{$unset: "l.x"}""", """{"_id": 1, "a": {"b": 2}, "l": [{}, {}]}""")]
    [InlineData("""{$project: {_id: 0, c: "$a.b"}}""", """{"c": 2}""")]
    [InlineData("""{$project: {c: "$a.b"}}""", """{"_id": 1, "c": 2}""")]
    [InlineData("""{$project: {a: 1, "n.m": "$_id"}}""", """{"_id": 1, "a": {"b": 2}, "n": {"m": 1}}""")]
    [InlineData("""{$project: {_id: 0, "l.y": "$_id"}}""", """{"l": [{"y": 1}, {"y": 1}]}""")]
    [InlineData("""{$replaceRoot: {newRoot: "$a"}}""", """{"b": 2}""")]
    [InlineData("""{$replaceWith: {all: "$$ROOT.a", id: "$$CURRENT._id"}}""", """{"all": {"b": 2}, "id": 1}""")]
    public async Task Fields_are_computed(string stage, string expected)
    {
        await _store.InsertAsync("a", "{_id: 1, a: {b: 2}, l: [{x: 1}, {x: 2}]}");

        Assert.Equal(expected, string.Join(' ', await _store.AggregateAsync("a", stage)));
    }

    [Fact]
    public async Task Nothing_is_computed_for_the_elements_of_an_empty_array()
    {
        await _store.InsertAsync("a", "{_id: 1, a: {}, l: [], m: [[], {n: []}]}");

        Assert.Equal(
            ["""{"_id": 1, "a": {}, "l": [], "m": [[], {"n": []}]}"""],
            await _store.AggregateAsync("a", """{$set: {"l.x": {$toInt: "$a"}, "m.n.x": {$toInt: "$a"}}}"""));
    }

    [Fact]
    public async Task Skipping_and_sampling_leave_the_rest()
    {
        await _store.InsertAsync("a", [.. Enumerable.Range(0, 20).Select(id => $"{{_id: {id}}}")]);

        var sample = await _store.AggregateAsync("a", "{$sample: {size: 5}}");

        Assert.Equal(["""{"_id": 18}""", """{"_id": 19}"""], await _store.AggregateAsync("a", "{$sort: {_id: 1}}", "{$skip: 18}"));
        Assert.Equal(["""{"n": 4}"""], await _store.AggregateAsync("a", "{$limit: 7}", "{$skip: 3}", """{$count: "n"}"""));
        Assert.Equal(5, sample.Distinct().Count());
        Assert.Equal(20, (await _store.AggregateAsync("a", "{$sample: {size: 100}}")).Distinct().Count());
    }

    [Fact]
    public async Task Sizes_are_a_stage_too()
    {
        await _store.InsertAsync("a", "{_id: 1}", "{_id: 2}");

        var statistics = await _store.AggregateAsync("a", "{$collStats: {storageStats: {}, count: {}}}", "{$project: {ns: 1, count: 1, s: \"$storageStats.size\"}}");

        Assert.Equal(["""{"ns": "owneddata.a", "count": 2, "s": 28}"""], statistics);
    }

    [Theory]
    [InlineData("{$group: {n: {$sum: 1}}}", StoreErrorCode.GroupWithoutId)]
    [InlineData("{$group: {_id: 1, n: 5}}", StoreErrorCode.GroupFieldNotAccumulator)]
    [InlineData("{$group: {_id: 1, n: {$teleport: 1}}}", StoreErrorCode.UnknownGroupOperator)]
    [InlineData("{$group: {_id: 1, \"n.m\": {$sum: 1}}}", StoreErrorCode.GroupFieldIsPath)]
    [InlineData("{$group: {_id: 1, n: {$sum: 1, $avg: 1}}}", StoreErrorCode.GroupFieldManyAccumulators)]
    [InlineData("{$group: {_id: {$teleport: 1}}}", StoreErrorCode.InvalidPipelineOperator)]
    [InlineData("{$group: {_id: \"$$nope\"}}", StoreErrorCode.UndefinedVariable)]
    [InlineData("{$addFields: {}}", StoreErrorCode.EmptyProjection)]
    [InlineData("{$addFields: {\"a..b\": 1}}", StoreErrorCode.EmptyFieldPathComponent)]
    [InlineData("{$project: {a: 0, b: \"$c\"}}", StoreErrorCode.ExclusionInInclusion)]
    [InlineData("{$unwind: \"a\"}", StoreErrorCode.UnwindPathWithoutDollar)]
    [InlineData("{$unwind: {}}", StoreErrorCode.UnwindWithoutPath)]
    [InlineData("{$skip: -1}", StoreErrorCode.InvalidSkipStage)]
    [InlineData("{$sample: {}}", StoreErrorCode.SampleWithoutSize)]
    [InlineData("{$sample: {size: 0}}", StoreErrorCode.InvalidSampleSize)]
    [InlineData("{$unset: 5}", StoreErrorCode.InvalidUnset)]
    [InlineData("{$replaceRoot: {}}", StoreErrorCode.MissingField)]
    [InlineData("{$replaceRoot: {newRoot: 5}}", StoreErrorCode.NewRootNotDocument)]
    public async Task A_stage_that_is_none_is_refused_with_MongoDBs_code(string stage, StoreErrorCode expected)
    {
        await _store.InsertAsync("a", "{_id: 1}");

        Assert.Equal(expected, (await Assert.ThrowsAsync<StoreException>(() => _store.AggregateAsync("a", stage))).Code);
    }

    public void Dispose() => _store.Dispose();
}
