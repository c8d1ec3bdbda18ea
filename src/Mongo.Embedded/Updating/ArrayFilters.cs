using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>An update's `arrayFilters` by identifier, while its paths are parsed; with MongoDB's refusals.</summary>
internal sealed class ArrayFilters
{
    // Each is tried on each element of an array, and looked for among the others when it is parsed.
    private const int MaximumFilters = 1000;

    private readonly List<ArrayFilter> _filters;

    private ArrayFilters(List<ArrayFilter> filters) => _filters = filters;

    internal static ArrayFilters Parse(IReadOnlyList<BsonDocument> documents, Collation? collation)
    {
        if (documents.Count > MaximumFilters)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The embedded store takes at most {MaximumFilters} array filters");
        }

        var filters = new List<ArrayFilter>();
        foreach (var document in documents)
        {
            var identifier = IdentifierOf(document);
            if (filters.Exists(filter => filter.Identifier.SequenceEqual(identifier)))
            {
                throw new StoreException(
                    StoreErrorCode.FailedToParse, $"Found multiple array filters with the same top-level field name {Encoding.UTF8.GetString(identifier)}");
            }

            filters.Add(new ArrayFilter(identifier, Filter.Parse(document).With(collation)));
        }

        return new ArrayFilters(filters);
    }

    /// <summary>Whether a path's component is `$[]` or `$[identifier]`.</summary>
    internal static bool IsIdentifier(ReadOnlySpan<byte> component) => component is [(byte)'$', (byte)'[', .., (byte)']'];

    /// <summary>The filter that a component names; null for `$[]`.</summary>
    internal ArrayFilter? Find(ReadOnlySpan<byte> component, FieldPath path)
    {
        var identifier = component[2..^1];
        if (identifier.IsEmpty)
        {
            return null;
        }

        foreach (var filter in _filters)
        {
            if (filter.Identifier.SequenceEqual(identifier))
            {
                filter.IsUsed = true;
                return filter;
            }
        }

        throw new StoreException(StoreErrorCode.BadValue, $"No array filter found for identifier '{Encoding.UTF8.GetString(identifier)}' in path '{path}'");
    }

    internal void CheckUsed()
    {
        if (_filters.Find(filter => !filter.IsUsed) is { } unused)
        {
            throw new StoreException(
                StoreErrorCode.FailedToParse, $"The array filter for identifier '{Encoding.UTF8.GetString(unused.Identifier)}' was not used in the update");
        }
    }

    // The first component of every path in the filter, which must be the same.
    private static byte[] IdentifierOf(BsonDocument document)
    {
        byte[]? identifier = null;
        Collect(document.Span, ref identifier, depth: 0);
        return identifier switch
        {
            null => throw new StoreException(StoreErrorCode.FailedToParse, "Cannot use an expression without a top-level field name in arrayFilters"),
            [>= (byte)'a' and <= (byte)'z', ..] when Array.TrueForAll(identifier, character => char.IsAsciiLetterOrDigit((char)character)) => identifier,
            _ => throw new StoreException(
                StoreErrorCode.BadValue,
                "Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, " +
                $"found '{Encoding.UTF8.GetString(identifier)}'"),
        };
    }

    private static void Collect(ReadOnlySpan<byte> filter, ref byte[]? identifier, int depth)
    {
        FilterParser.CheckDepth(depth);
        var reader = new BsonReader(filter);
        while (reader.Read())
        {
            if (reader.NameSpan is [(byte)'$', ..])
            {
                CollectFromList(reader.Value, ref identifier, depth);
                continue;
            }

            var dot = reader.NameSpan.IndexOf((byte)'.');
            var first = dot < 0 ? reader.NameSpan : reader.NameSpan[..dot];
            if (identifier is not null && !first.SequenceEqual(identifier))
            {
                throw new StoreException(
                    StoreErrorCode.FailedToParse,
                    "Error parsing array filter :: caused by :: Expected a single top-level field name, " +
                    $"found '{Encoding.UTF8.GetString(identifier)}' and '{Encoding.UTF8.GetString(first)}'");
            }

            identifier = first.ToArray();
        }
    }

    private static void CollectFromList(BsonValue list, ref byte[]? identifier, int depth)
    {
        if (list.Type != BsonType.Array)
        {
            return;
        }

        var reader = new BsonReader(list.Bytes);
        while (reader.Read())
        {
            if (reader.ElementType == BsonType.Document)
            {
                Collect(reader.ValueSpan, ref identifier, depth + 1);
            }
        }
    }
}
