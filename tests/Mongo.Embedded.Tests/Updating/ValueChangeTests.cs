using System.Text.RegularExpressions;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Updating;

/// <summary>The update operators that tools use and the API does not.</summary>
public sealed class ValueChangeTests : IDisposable
{
    private const string Document = """{_id: 1, n: 5, d: 1.5, l: [1, 2, 3, 2], o: [{x: 1, y: 1}, {x: 2, y: 1}], s: "t", deep: {l: [[1], 1]}}""";

    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);

    [Theory]
    [InlineData("{$min: {n: 3, d: 9, new: 1}}", "n: 3, d: 1.5, new: 1")]
    [InlineData("{$max: {n: 3, d: 9, new: 1}}", "n: 5, d: 9, new: 1")]
    [InlineData("{$max: {n: \"text is greater than a number\"}}", "n: \"text is greater than a number\"")]
    [InlineData("{$mul: {n: 3, d: 2, new: 7}}", "n: 15, d: 3.0, new: 0")]
    [InlineData("{$mul: {n: 1.5, new: 2.5}}", "n: 7.5, new: 0.0")]
    [InlineData("{$mul: {n: 2000000000}}", "n: 10000000000")]
    [InlineData("{$push: {l: 4, new: {a: 1}}}", "l: [1, 2, 3, 2, 4], new: [{a: 1}]")]
    [InlineData("{$push: {l: [4]}}", "l: [1, 2, 3, 2, [4]]")]
    [InlineData("{$push: {l: {$each: [4, 4]}, new: {$each: []}}}", "l: [1, 2, 3, 2, 4, 4], new: []")]
    [InlineData("{$push: {\"deep.l.0\": 2}}", "deep: {l: [[1, 2], 1]}")]
    [InlineData("{$addToSet: {l: 2.0, new: 1}}", "l: [1, 2, 3, 2], new: [1]")]
    [InlineData("{$addToSet: {l: {$each: [3, 4, 4, 5]}, new: {$each: [1, 1]}}}", "l: [1, 2, 3, 2, 4, 5], new: [1]")]
    [InlineData("{$addToSet: {o: {x: 2, y: 1}}}", "o: [{x: 1, y: 1}, {x: 2, y: 1}]")]
    [InlineData("{$addToSet: {o: {y: 1, x: 2}}}", "o: [{x: 1, y: 1}, {x: 2, y: 1}, {y: 1, x: 2}]")]
    [InlineData("{$pop: {l: 1, new: 1}}", "l: [1, 2, 3]")]
    [InlineData("{$pop: {l: -1}}", "l: [2, 3, 2]")]
    [InlineData("{$pull: {l: 2, new: 1}}", "l: [1, 3]")]
    [InlineData("{$pull: {l: {$gte: 2}}}", "l: [1]")]
    [InlineData("{$pull: {l: {$in: [1, 3]}}}", "l: [2, 2]")]
    [InlineData("{$pull: {o: {x: 1}}}", "o: [{x: 2, y: 1}]")]
    [InlineData("{$pull: {o: {x: {$gt: 0}, y: 1}}}", "o: []")]
    [InlineData("{$pull: {\"deep.l\": 1}}", "deep: {l: [[1]]}")]
    [InlineData("{$pull: {\"deep.l\": [1]}}", "deep: {l: [1]}")]
    [InlineData("{$pullAll: {l: [1, 2]}}", "l: [3]")]
    // Operators are asked of the whole element, fields of documents alone.
    [InlineData("{$pull: {\"deep.l\": {$gte: 1}}}", "deep: {l: []}")]
    [InlineData("{$pull: {\"deep.l\": {\"0\": 1}}}", "deep: {l: [[1], 1]}")]
    [InlineData("{$mul: {n: {\"$numberDecimal\": \"1.10\"}, new: {\"$numberDecimal\": \"2.50\"}}}", "n: {\"$numberDecimal\": \"5.50\"}, new: {\"$numberDecimal\": \"0.00\"}")]
    [InlineData("{$mul: {new: -2.5}}", "new: -0.0")]
    [InlineData("{$bit: {n: {and: 4}, new: {or: 6}}}", "n: 4, new: 6")]
    [InlineData("{$bit: {n: {xor: {\"$numberLong\": \"4294967296\"}, or: 2}}}", "n: 4294967303")]
    [InlineData("{$push: {l: {$each: [8, 9], $position: 1}}}", "l: [1, 8, 9, 2, 3, 2]")]
    [InlineData("{$push: {l: {$each: [8], $position: -1}}}", "l: [1, 2, 3, 8, 2]")]
    [InlineData("{$push: {l: {$each: [8], $position: -9}}}", "l: [8, 1, 2, 3, 2]")]
    [InlineData("{$push: {l: {$each: [8], $slice: -2}}}", "l: [2, 8]")]
    [InlineData("{$push: {l: {$each: [0], $sort: 1, $slice: 3}}}", "l: [0, 1, 2]")]
    [InlineData("{$push: {o: {$each: [{x: 0, y: 2}], $sort: {y: -1, x: -1}}}}", "o: [{x: 0, y: 2}, {x: 2, y: 1}, {x: 1, y: 1}]")]
    [InlineData("{$push: {new: {$each: [3, 1, 2], $sort: -1, $slice: 2}}}", "new: [3, 2]")]
    [InlineData("{$rename: {n: \"deep.n\", none: \"d\"}}", "deep: {l: [[1], 1], n: 5}")]
    [InlineData("{$rename: {\"deep.l\": \"d\"}}", "d: [[1], 1]")]
    public async Task Values_are_changed_by_what_they_are(string update, string expected)
    {
        await _store.InsertAsync("a", Document);

        await UpdateAsync(update);

        var found = Assert.Single(await _store.FindAsync("a"));
        Assert.All(SplitFields(StoreExtensions.Json(StoreExtensions.Parse($"{{{expected}}}"))), field => Assert.Contains(field, found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{$pop: {new: 1}}")]
    [InlineData("{$pull: {new: 1, l: 9}}")]
    [InlineData("{$min: {n: 5}}")]
    [InlineData("{$addToSet: {l: 1}}")]
    public async Task What_changes_nothing_modifies_nothing(string update)
    {
        await _store.InsertAsync("a", Document);
        var before = await _store.FindAsync("a");

        Assert.Contains("\"nModified\": 0", await UpdateAsync(update), StringComparison.Ordinal);
        Assert.Equal(before, await _store.FindAsync("a"));
    }

    [Theory]
    [InlineData("{$push: {n: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$addToSet: {n: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$pull: {n: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$pop: {n: 1}}", StoreErrorCode.TypeMismatch)]
    [InlineData("{$pop: {l: 2}}", StoreErrorCode.FailedToParse)]
    [InlineData("{$mul: {s: 2}}", StoreErrorCode.TypeMismatch)]
    [InlineData("{$mul: {n: \"2\"}}", StoreErrorCode.TypeMismatch)]
    [InlineData("{$mul: {n: {\"$numberLong\": \"9223372036854775807\"}}}", StoreErrorCode.BadValue)]
    [InlineData("{$pullAll: {l: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: 1}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: [], $teleport: 1}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: 1}, $pull: {l: 2}}", StoreErrorCode.ConflictingUpdateOperators)]
    [InlineData("{$teleport: {l: 1}}", StoreErrorCode.FailedToParse)]
    [InlineData("{$bit: {d: {and: 1}}}", StoreErrorCode.BadValue)]
    [InlineData("{$bit: {n: {and: 1.5}}}", StoreErrorCode.BadValue)]
    [InlineData("{$bit: {n: {not: 1}}}", StoreErrorCode.BadValue)]
    [InlineData("{$bit: {n: {}}}", StoreErrorCode.BadValue)]
    [InlineData("{$bit: {n: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$currentDate: {n: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$currentDate: {n: {}}}", StoreErrorCode.BadValue)]
    [InlineData("{$currentDate: {n: {$type: \"time\"}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: [], $sort: 2}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: [], $sort: {}}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: [], $sort: \"a\"}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: [], $slice: 1.5}}}", StoreErrorCode.BadValue)]
    [InlineData("{$push: {l: {$each: [], $position: \"1\"}}}", StoreErrorCode.BadValue)]
    [InlineData("{$addToSet: {l: {$each: [], $slice: 1}}}", StoreErrorCode.BadValue)]
    [InlineData("{$pull: {\"n.x\": 1}}", StoreErrorCode.PathNotViable)]
    [InlineData("{$rename: {n: 1}}", StoreErrorCode.BadValue)]
    [InlineData("{$rename: {n: \"n\"}}", StoreErrorCode.BadValue)]
    [InlineData("{$rename: {deep: \"deep.x\"}}", StoreErrorCode.BadValue)]
    [InlineData("{$rename: {\"l.0\": \"x\"}}", StoreErrorCode.BadValue)]
    [InlineData("{$rename: {n: \"l.0\"}}", StoreErrorCode.BadValue)]
    [InlineData("{$rename: {\"n.x\": \"y\"}}", StoreErrorCode.PathNotViable)]
    [InlineData("{$rename: {_id: \"x\"}}", StoreErrorCode.ImmutableField)]
    [InlineData("{$rename: {n: \"x\"}, $set: {x: 1}}", StoreErrorCode.ConflictingUpdateOperators)]
    public async Task What_cannot_be_is_refused_with_MongoDBs_code(string update, StoreErrorCode expected)
    {
        await _store.InsertAsync("a", Document);
        var before = await _store.FindAsync("a");

        Assert.Equal(expected, (await Assert.ThrowsAsync<StoreException>(() => UpdateAsync(update))).Code);
        Assert.Equal(before, await _store.FindAsync("a"));
    }

    [Theory]
    [InlineData("{$push: {l: {$each: [], $sort: 1}}}", "{$set: {l: [1, 2, 2, 3]}}")]
    [InlineData("{$push: {l: {$each: [9], $slice: 4}}}", "{$set: {n: 5}}")]
    [InlineData("{$inc: {n: {\"$numberDouble\": \"NaN\"}}}", "{$set: {n: {\"$numberDouble\": \"NaN\"}}}")]
    public async Task What_MongoDB_counts_as_a_change_counts_though_the_bytes_are_the_same(string update, string before)
    {
        await _store.InsertAsync("a", Document);
        await UpdateAsync(before);
        var documents = await _store.FindAsync("a");

        Assert.Contains("\"nModified\": 1", await UpdateAsync(update), StringComparison.Ordinal);
        Assert.Equal(documents, await _store.FindAsync("a"));
    }

    [Theory]
    [InlineData("{$mul: {new: {\"$numberDecimal\": \"1.0\"}}}")]
    [InlineData("{$inc: {new: {\"$numberDecimal\": \"0.00\"}}}")]
    public async Task An_equal_number_is_no_change_however_it_is_written(string update)
    {
        await _store.InsertAsync("a", "{_id: 1, new: {\"$numberDecimal\": \"2.0\"}}");

        Assert.Contains("\"nModified\": 0", await UpdateAsync(update), StringComparison.Ordinal);
        Assert.Equal(["""{"_id": 1, "new": {"$numberDecimal": "2.0"}}"""], await _store.FindAsync("a"));
    }

    [Theory]
    [InlineData("true", "{\"$date\": \"2026-01-02T03:04:05Z\"}")]
    [InlineData("{$type: \"date\"}", "{\"$date\": \"2026-01-02T03:04:05Z\"}")]
    [InlineData("{$type: \"timestamp\"}", "{\"$timestamp\": {\"t\": 1767323045, \"i\": 1}}")]
    public async Task The_current_date_is_the_clocks(string argument, string expected)
    {
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), new StoppedClock());
        await store.InsertAsync("a", "{_id: 1}");

        await store.RunAsync(new UpdateCommand("a") { Filter = StoreExtensions.Parse("{}"), Update = StoreExtensions.Parse($"{{$currentDate: {{at: {argument}}}}}") });

        Assert.Equal([$"{{\"_id\": 1, \"at\": {expected}}}"], await store.FindAsync("a"));
    }

    [Theory]
    [InlineData("{l: {$size: 4}}", true)]
    [InlineData("{l: {$size: 3}}", false)]
    [InlineData("{n: {$size: 1}}", false)]
    [InlineData("{\"deep.l\": {$size: 2.0}}", true)]
    [InlineData("{l: {$all: [1, 3]}}", true)]
    [InlineData("{l: {$all: [1, 4]}}", false)]
    [InlineData("{l: {$all: []}}", false)]
    [InlineData("{n: {$all: [5]}}", true)]
    [InlineData("{o: {$all: [{$elemMatch: {x: 1}}, {$elemMatch: {x: 2}}]}}", true)]
    [InlineData("{o: {$all: [{$elemMatch: {x: 1, y: 2}}]}}", false)]
    [InlineData("{n: {$mod: [4, 1]}}", true)]
    [InlineData("{n: {$mod: [4, 2]}}", false)]
    [InlineData("{l: {$mod: [3, 0]}}", true)]
    [InlineData("{d: {$mod: [2, 1]}}", true)]
    [InlineData("{s: {$mod: [2, 0]}}", false)]
    [InlineData("{n: {$mod: [-1, 0]}}", true)]
    public async Task Arrays_and_remainders_are_asked_about(string filter, bool expected)
    {
        await _store.InsertAsync("a", Document);

        Assert.Equal(expected ? 1 : 0, (await _store.FindAsync("a", filter)).Count);
    }

    [Theory]
    [InlineData("{l: {$size: -1}}")]
    [InlineData("{l: {$size: 1.5}}")]
    [InlineData("{l: {$size: \"1\"}}")]
    [InlineData("{l: {$all: 1}}")]
    [InlineData("{l: {$all: [{$gt: 1}]}}")]
    [InlineData("{n: {$mod: [0, 1]}}")]
    [InlineData("{n: {$mod: [1]}}")]
    [InlineData("{n: {$mod: 4}}")]
    public async Task A_question_that_is_none_is_refused(string filter)
    {
        await _store.InsertAsync("a", Document);

        Assert.Equal(StoreErrorCode.BadValue, (await Assert.ThrowsAsync<StoreException>(() => _store.FindAsync("a", filter))).Code);
    }

    public void Dispose() => _store.Dispose();

    private Task<string> UpdateAsync(string update) =>
        _store.RunAsync(new UpdateCommand("a") { Filter = StoreExtensions.Parse("{_id: 1}"), Update = StoreExtensions.Parse(update) });

    private static string[] SplitFields(string json) => Regex.Split(json[1..^1], """, (?="(?:n|d|l|o|new|deep)": )""");

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
