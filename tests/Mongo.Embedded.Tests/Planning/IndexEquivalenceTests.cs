using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

public sealed class IndexEquivalenceTests : IDisposable
{
    private static readonly string[] s_indexes =
        ["{a: 1}", "{b: -1}", "{a: 1, b: 1}", "{a: 1, b: -1, _id: 1}", "{a: -1, c: 1}", "{'a.b': 1, _id: -1}", "{b: 1, 'a.b': 1, 'a.c': -1}", "{c: 1, _id: 1}",
            "{a: 1, _id: 1}", "{'a.b': 1, 'a.c': 1}"];

    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly RandomValues _random = new(20240607);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Any_find_gives_the_same_with_indexes_as_without(bool withArrays)
    {
        var documents = Documents(count: 300, depth: withArrays ? 2 : 0);
        await InsertAsync("plain", documents);
        await InsertAsync("indexed", documents);
        var indexCount = await MakeIndexesAsync("indexed");
        Assert.True(indexCount > 2);

        var (nonEmpty, countedByEntries) = (0, 0);
        for (var round = 0; round < 1500; round++)
        {
            var (filter, sort) = (Filter(depth: 2), Sort());
            var limit = sort.IsEmpty ? 0 : _random.Next(20);

            var expected = await FindAsync("plain", filter, sort, limit);
            var actual = await FindAsync("indexed", filter, sort, limit);

            Assert.True(expected.SequenceEqual(actual), $"{Show(filter)} sort {Show(sort)} limit {limit}\n{string.Join("\n", expected)}\nbut\n{string.Join("\n", actual)}");
            nonEmpty += expected.Count > 1 ? 1 : 0;

            var (expectedCount, _) = await CountAsync("plain", filter);
            var (actualCount, isByEntries) = await CountAsync("indexed", filter);
            Assert.True(expectedCount == actualCount, $"{Show(filter)} counts {expectedCount} but {actualCount}");
            countedByEntries += isByEntries ? 1 : 0;
        }

        Assert.True(countedByEntries > 20 || withArrays, $"Only {countedByEntries} counts were of entries");
        Assert.True(nonEmpty > 300, $"Only {nonEmpty} filters found anything");
    }

    private async Task<int> MakeIndexesAsync(string collection)
    {
        var made = 0;
        foreach (var keys in s_indexes)
        {
            try
            {
                await _store.CreateIndexAsync(collection, keys, keys.Replace('\'', '"'));
                made++;
            }
            catch (StoreException error) when (error.Code == StoreErrorCode.CannotIndexParallelArrays)
            {
                // Random documents have arrays side by side now and then.
            }
        }

        return made;
    }

    private async Task InsertAsync(string collection, ImmutableArray<BsonDocument> documents) =>
        await _store.ExecuteAsync(new InsertCommand(collection) { Documents = documents }, CancellationToken.None);

    private async Task<(string Count, bool IsByEntries)> CountAsync(string collection, BsonDocument filter)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteDocument("$match"u8, filter);
        writer.WriteEndDocument();
        var command = new AggregateCommand(collection) { Pipeline = [writer.ToDocument(), StoreExtensions.Parse("{$count: \"n\"}")] };
        try
        {
            var explained = await _store.RunAsync(new ExplainCommand(command));
            return (string.Concat(await _store.QueryAsync(command)), explained.Contains("COUNT_SCAN", StringComparison.Ordinal));
        }
        catch (StoreException error)
        {
            return ($"{error.Code}", IsByEntries: false);
        }
    }

    private async Task<List<string>> FindAsync(string collection, BsonDocument filter, BsonDocument sort, int limit)
    {
        var command = new FindCommand(collection) { Filter = filter, Sort = sort, Limit = limit };
        List<string> found;
        try
        {
            found = await _store.QueryAsync(command);
        }
        catch (StoreException error)
        {
            // Some random filters are none; both must say so.
            return [$"{error.Code}"];
        }

        if (sort.IsEmpty)
        {
            found.Sort(StringComparer.Ordinal);
        }

        return found;
    }

    private ImmutableArray<BsonDocument> Documents(int count, int depth)
    {
        var documents = ImmutableArray.CreateBuilder<BsonDocument>(count);
        using var writer = new BsonWriter();
        for (var id = 0; id < count; id++)
        {
            writer.Reset();
            writer.WriteStartDocument();
            writer.WriteInt32("_id"u8, id);
            foreach (var name in (ReadOnlySpan<string>)["a", "b", "c"])
            {
                if (_random.Next(4) > 0)
                {
                    writer.WriteName(Utf8(name));
                    WriteStored(writer, withArrays: depth > 0 && name == "a");
                }
            }

            writer.WriteEndDocument();
            documents.Add(writer.ToDocument());
        }

        return documents.ToImmutable();
    }

    // Only one field holds arrays, so that compound indexes can be made; its elements overlap with what filters ask for.
    private void WriteStored(BsonWriter writer, bool withArrays)
    {
        var kind = withArrays ? _random.Next(4) : 3;
        if (kind >= 2)
        {
            WriteValue(writer, depth: withArrays ? 2 : 0);
            return;
        }

        writer.WriteStartArray();
        for (var count = _random.Next(4); count > 0; count--)
        {
            if (kind == 0)
            {
                WriteValue(writer, depth: 0);
                continue;
            }

            writer.WriteStartDocument();
            writer.WriteInt32("b"u8, _random.Next(5));
            writer.WriteInt32("c"u8, _random.Next(5));
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
    }

    // Mostly small numbers, so that ranges meet.
    private void WriteValue(BsonWriter writer, int depth)
    {
        if (_random.Next(3) > 0)
        {
            writer.WriteInt32(_random.Next(5));
        }
        else
        {
            _random.Write(writer, depth);
        }
    }

    private BsonDocument Filter(int depth)
    {
        using var writer = new BsonWriter();
        WriteFilter(writer, depth);
        return writer.ToDocument();
    }

    private void WriteFilter(BsonWriter writer, int depth)
    {
        writer.WriteStartDocument();
        foreach (var path in (ReadOnlySpan<string>)["a", "b", "a.b", "c", "_id", "a.c"])
        {
            if (_random.Next(4) == 0)
            {
                WritePredicate(writer, Utf8(path));
            }
        }

        if (depth > 0 && _random.Next(2) == 0)
        {
            writer.WriteStartArray(_random.Next(3) > 0 ? "$or"u8 : "$and"u8);
            for (var count = _random.Next(3); count >= 0; count--)
            {
                WriteFilter(writer, depth - 1);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndDocument();
    }

    private void WritePredicate(BsonWriter writer, byte[] path)
    {
        writer.WriteStartDocument(path);
        for (var count = _random.Next(2); count >= 0; count--)
        {
            var operation = _random.Pick("$eq", "$eq", "$gt", "$gte", "$lt", "$lte", "$in", "$ne", "$nin", "$exists", "$elemMatch", "$regex");
            writer.WriteName(Utf8(operation));
            WriteOperand(writer, operation);
        }

        writer.WriteEndDocument();
    }

    private void WriteOperand(BsonWriter writer, string operation)
    {
        switch (operation)
        {
            case "$in" or "$nin":
                writer.WriteStartArray();
                for (var count = _random.Next(4); count > 0; count--)
                {
                    WriteValue(writer, depth: 1);
                }

                writer.WriteEndArray();
                break;
            case "$exists":
                writer.WriteBoolean(_random.Next(2) == 0);
                break;
            case "$regex":
                writer.WriteString(_random.Pick("^a", "^ab", "a", "^a?"));
                break;
            case "$elemMatch":
                writer.WriteStartDocument();
                for (var count = _random.Next(2); count >= 0; count--)
                {
                    var element = _random.Pick("$gt", "$lt", "$eq", "$eq", "$in");
                    writer.WriteName(Utf8(element));
                    WriteOperand(writer, element);
                }

                writer.WriteEndDocument();
                break;
            default:
                WriteValue(writer, depth: operation is "$eq" or "$ne" ? 1 : 0);
                break;
        }
    }

    private BsonDocument Sort()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (_random.Next(4) > 0)
        {
            // The id decides what would be left to chance. Two paths through arrays cannot be sorted by.
            writer.WriteInt32(Utf8(_random.Pick("a", "b", "c", "a.b")), _random.Pick(1, -1));
            writer.WriteInt32("_id"u8, _random.Pick(1, -1));
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Show(BsonDocument document) => ExtendedJson.Write(document.Span, canonical: false);
}
