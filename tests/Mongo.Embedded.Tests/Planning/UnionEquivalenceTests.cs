using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

/// <summary>Filters as access rules, clients and pages make them, over hostile documents: with indexes the answer is that of a full scan and a sort, order included.</summary>
public sealed class UnionEquivalenceTests : IDisposable
{
    private static readonly string[] s_indexes =
    [
        "{org_id: 1, owner_id: 1, updated_at: -1, _id: -1}", "{org_id: 1, readers: 1, updated_at: -1, _id: -1}", "{org_id: 1, department: 1, updated_at: -1, _id: -1}",
        "{owner_id: 1, _id: 1}", "{readers: 1, _id: 1}", "{department: 1, _id: -1}", "{owner_id: 1, updated_at: 1, _id: 1}", "{readers: 1, updated_at: 1, _id: 1}",
        "{'readers.name': 1, updated_at: -1, _id: -1}", "{updated_at: -1, _id: -1}",
    ];

    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly RandomValues _random = new(20261122);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_page_of_any_rules_is_the_same_with_indexes_as_without(bool withArraysInTheOrder)
    {
        var documents = Enumerable.Range(0, 250).Select(id => Document(id, withArraysInTheOrder)).ToArray();
        await _store.InsertAsync("plain", documents);
        await _store.InsertAsync("indexed", documents);
        foreach (var keys in s_indexes)
        {
            await _store.CreateIndexAsync("indexed", keys, keys.Replace('\'', '"'));
        }

        var (nonEmpty, merged) = (0, 0);
        for (var round = 0; round < 1000; round++)
        {
            var (filter, sort) = (Filter(), Sort());
            var limit = sort == "{}" ? 0 : _random.Next(12);

            var expected = await FindAsync("plain", filter, sort, limit);
            var actual = await FindAsync("indexed", filter, sort, limit);

            Assert.True(expected.SequenceEqual(actual), $"{filter} sort {sort} limit {limit}\n{string.Join("\n", expected)}\nbut\n{string.Join("\n", actual)}");
            nonEmpty += expected.Count > 1 ? 1 : 0;
            merged += (await ExplainAsync(filter, sort, limit)).Contains("SORT_MERGE", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(nonEmpty > 300, $"Only {nonEmpty} filters found anything");
        Assert.True(merged > 150 || withArraysInTheOrder, $"Only {merged} plans were merged");
    }

    private async Task<List<string>> FindAsync(string collection, string filter, string sort, int limit)
    {
        var found = await _store.FindAsync(collection, filter, sort, limit);
        if (sort == "{}")
        {
            found.Sort(StringComparer.Ordinal);
        }

        return found;
    }

    private Task<string> ExplainAsync(string filter, string sort, int limit) => _store.RunAsync(new ExplainCommand(
        new FindCommand("indexed") { Filter = StoreExtensions.Parse(filter), Sort = StoreExtensions.Parse(sort), Limit = limit }));

    private string Document(int id, bool withArraysInTheOrder)
    {
        var fields = new List<string> { $"_id: {id}" };
        Add("org_id", _random.Pick("\"o1\"", "\"o1\"", "\"o1\"", "\"o2\"", "null", ""));
        Add("owner_id", _random.Pick(Name(), Name(), Name(), "null", ""));
        Add("department", _random.Pick("\"sales\"", "\"it\"", "7", ""));
        Add("classification", _random.Pick("\"SECRET\"", "\"NONE\"", ""));
        var readers = _random.Pick(Names(), Names(), Names(), $"[[{Name()}], {Name()}]", $"[{{name: {Name()}}}, {{name: {Name()}}}]", $"[[{{name: {Name()}}}], {{name: [{Name()}, null]}}]", Name(), "[]", "null", "");
        Add("readers", readers);
        var moments = withArraysInTheOrder && !readers.StartsWith('[') && _random.Next(3) == 0 ? $"[{_random.Next(4)}, {_random.Next(4)}]" : $"{_random.Next(6)}";
        Add("updated_at", _random.Pick(moments, moments, moments, "null", "\"late\"", ""));
        return $"{{{string.Join(", ", fields)}}}";

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                fields.Add($"{name}: {value}");
            }
        }
    }

    private string Filter()
    {
        var parts = new List<string>();
        if (_random.Next(3) > 0)
        {
            parts.Add("{org_id: \"o1\"}");
        }

        parts.Add(Or(Rule, _random.Next(4) + 1));
        if (_random.Next(3) == 0)
        {
            parts.Add(_random.Next(2) == 0 ? Rule() : Or(Rule, 2));
        }

        if (_random.Next(2) == 0)
        {
            parts.Add(Keyset());
        }

        return $"{{$and: [{string.Join(", ", parts)}]}}";
    }

    private string Rule() => _random.Next(12) switch
    {
        0 or 1 => $"{{owner_id: {Name()}}}",
        2 => $"{{owner_id: {{$in: {Names()}}}}}",
        3 => $"{{readers: {Name()}}}",
        4 or 5 => $"{{readers: {{$elemMatch: {{$eq: {Name()}}}}}}}",
        6 => $"{{readers: {{$elemMatch: {{$in: {Names()}}}}}}}",
        7 => $"{{readers: {{$elemMatch: {{$gt: {Name()}, $lte: {Name()}}}}}}}",
        8 => $"{{readers: {{$elemMatch: {{name: {_random.Pick(Name(), "null", "{$ne: null}", $"{{$gt: {Name()}, $lt: {Name()}}}")}}}}}}}",
        9 => $"{{readers: {{$elemMatch: {{$elemMatch: {{$eq: {Name()}}}}}}}}}",
        10 => $"{{$and: [{{department: \"sales\"}}, {{classification: {{$ne: \"SECRET\"}}}}]}}",
        _ => $"{{$and: [{{department: \"it\"}}, {Or(Rule, 2)}]}}",
    };

    private string Keyset()
    {
        var (comparison, at, id) = (_random.Pick("$gt", "$lt"), _random.Next(6), _random.Next(250));
        return _random.Next(4) switch
        {
            0 => $"{{_id: {{{comparison}: {id}}}}}",
            1 => $"{{$or: [{{updated_at: {{$ne: null}}}}, {{updated_at: {{$eq: null}}, _id: {{{comparison}: {id}}}}}]}}",
            2 => $"{{$or: [{{updated_at: {{$lt: {at}}}}}, {{updated_at: null}}, {{updated_at: {{$eq: {at}}}, _id: {{$lt: {id}}}}}]}}",
            _ => $"{{$or: [{{updated_at: {{{comparison}: {at}}}}}, {{updated_at: {{$eq: {at}}}, _id: {{{comparison}: {id}}}}}]}}",
        };
    }

    // The id decides what would be left to chance.
    private string Sort() => _random.Next(5) switch
    {
        0 => "{}",
        1 => $"{{_id: {_random.Pick(1, -1)}}}",
        2 or 3 => _random.Pick("{updated_at: 1, _id: 1}", "{updated_at: -1, _id: -1}"),
        _ => $"{{updated_at: {_random.Pick(1, -1)}, _id: {_random.Pick(1, -1)}}}",
    };

    private string Names() => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Name()))}]";

    private string Name() => _random.Pick("\"alice\"", "\"alice\"", "\"bob\"", "\"carol\"", "\"dave\"");

    private static string Or(Func<string> rule, int count) => $"{{$or: [{string.Join(", ", Enumerable.Range(0, count).Select(_ => rule()))}]}}";
}
