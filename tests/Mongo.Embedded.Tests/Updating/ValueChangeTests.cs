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
    public async Task What_cannot_be_is_refused_with_MongoDBs_code(string update, StoreErrorCode expected)
    {
        await _store.InsertAsync("a", Document);
        var before = await _store.FindAsync("a");

        Assert.Equal(expected, (await Assert.ThrowsAsync<StoreException>(() => UpdateAsync(update))).Code);
        Assert.Equal(before, await _store.FindAsync("a"));
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
}
