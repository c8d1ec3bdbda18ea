using System.Runtime.InteropServices;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>
/// A parsed sort document such as {a: 1, "b.c": -1}. A document's sort keys are its smallest row of keys under this order: with one field, the smallest element
/// of an array when ascending and the largest when descending.
/// </summary>
internal sealed class SortSpecification
{
    private readonly KeyExtractor _extractor;
    private readonly Collation? _collation;

    private SortSpecification(IReadOnlyList<SortField> fields, Collation? collation)
    {
        Fields = fields;
        _collation = collation;
        _extractor = new KeyExtractor([.. fields.Select(field => field.Path)]);
    }

    /// <summary>In order of precedence; empty for an empty sort document.</summary>
    internal IReadOnlyList<SortField> Fields { get; }

    internal static SortSpecification Parse(BsonDocument sort)
    {
        var fields = new List<SortField>();
        var reader = new BsonReader(sort.Span);
        while (reader.Read())
        {
            var path = FieldPath.Parse(reader.NameSpan);
            if (path.CheckFieldNames() is { } error)
            {
                throw error;
            }

            if (fields.Exists(field => field.Path.Text == path.Text))
            {
                throw new StoreException(StoreErrorCode.DuplicateSortKey, $"$sort key must not contain duplicate keys (field: {path})");
            }

            fields.Add(new SortField(path, ParseDirection(reader.Value, path) < 0));
        }

        return new SortSpecification(fields, collation: null);
    }

    internal SortSpecification With(Collation? collation) => collation is null ? this : new SortSpecification(Fields, collation);

    /// <summary>Fills <paramref name="keys"/>, which has one place a field, with slices of the document. Allocates only where a path leads through an array.</summary>
    internal void Extract(ReadOnlySpan<byte> document, Span<ValueSlice> keys)
    {
        if (!_extractor.TryExtractSingle(document, keys))
        {
            ExtractSmallest(document, keys);
        }
    }

    /// <summary>Compares two documents by keys that <see cref="Extract"/> gave.</summary>
    internal int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<ValueSlice> leftKeys, ReadOnlySpan<byte> right, ReadOnlySpan<ValueSlice> rightKeys)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            var difference = BsonComparer.Compare(leftKeys[i].In(left), rightKeys[i].In(right), _collation);
            if (difference != 0)
            {
                return Fields[i].Descending ? -Math.Sign(difference) : difference;
            }
        }

        return 0;
    }

    /// <summary>Compares two documents, extracting their keys: for a few documents; a sort of many keeps the keys.</summary>
    internal int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var leftKeys = new ValueSlice[Fields.Count];
        var rightKeys = new ValueSlice[Fields.Count];
        Extract(left, leftKeys);
        Extract(right, rightKeys);
        return Compare(left, leftKeys, right, rightKeys);
    }

    private static int ParseDirection(BsonValue value, FieldPath path)
    {
        var direction = value.Type switch
        {
            BsonType.Int32 => value.AsInt32(),
            BsonType.Int64 => value.AsInt64(),
            BsonType.Double => Math.Truncate(value.AsDouble()),
            BsonType.Decimal128 => throw new StoreException(StoreErrorCode.IllegalSortDirection, "$sort key ordering must be 1 or -1 as an integer or a double"),
            _ => throw new StoreException(StoreErrorCode.IllegalSortKey, $"Illegal key in $sort specification: {path}"),
        };

        return direction is 1 or -1
            ? (int)direction
            : throw new StoreException(StoreErrorCode.IllegalSortDirection, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
    }

    private void ExtractSmallest(ReadOnlySpan<byte> document, Span<ValueSlice> keys)
    {
        var rows = new List<ValueSlice>();
        if (!_extractor.TryExtractAll(document, rows))
        {
            throw new StoreException(StoreErrorCode.BadValue, "cannot sort with keys that are parallel arrays");
        }

        var all = CollectionsMarshal.AsSpan(rows);
        var smallest = all[..keys.Length];
        for (var start = keys.Length; start < all.Length; start += keys.Length)
        {
            var row = all.Slice(start, keys.Length);
            smallest = Compare(document, row, document, smallest) < 0 ? row : smallest;
        }

        smallest.CopyTo(keys);
    }
}
