using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Binding;

namespace OwnedData.Execution.Cursors;

/// <summary>
/// Keyset paging: the sort values of a document, and the predicate for what comes after them. Page 1,000 costs what page 1
/// costs, because every branch of the predicate is a range of the order's index.
/// </summary>
internal static class Keyset
{
    /// <summary>The sort values of a document under the names "0", "1", …; null for what is missing.</summary>
    public static BsonDocument ValuesOf(BsonDocument document, PageOrder order)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        Span<byte> name = stackalloc byte[8];
        for (var index = 0; index < order.Keys.Length; index++)
        {
            index.TryFormat(name, out var length);
            if (BsonPath.TryGetValue(document.Span, Encoding.UTF8.GetBytes(order.Keys[index].StoredPath), out var value))
            {
                writer.WriteValue(name[..length], value);
            }
            else
            {
                writer.WriteNull(name[..length]);
            }
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    /// <summary>Writes, into an open array, the predicate for documents after (or, reversed, before) those values.</summary>
    public static void WriteAfter(BsonWriter writer, PageOrder order, BsonDocument values, bool isReversed)
    {
        writer.WriteStartDocument();
        writer.WriteStartArray("$or"u8);
        for (var last = 0; last < order.Keys.Length; last++)
        {
            WriteBranches(writer, order, values, last, isReversed);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
    }

    /// <summary>Equal on the keys before <paramref name="last"/> and beyond the value on it.</summary>
    private static void WriteBranches(BsonWriter writer, PageOrder order, BsonDocument values, int last, bool isReversed)
    {
        var key = order.Keys[last];
        var path = Encoding.UTF8.GetBytes(key.StoredPath);
        var isAscending = key.IsDescending == isReversed;
        var value = ValueAt(values, last);
        if (isAscending)
        {
            StartBranch(writer, order, values, last);
            writer.WriteStartDocument(path);

            // Null sorts before everything, and `$gt: null` matches nothing.
            writer.WriteValue(value.Type == BsonType.Null ? "$ne"u8 : "$gt"u8, value);
            writer.WriteEndDocument();
            writer.WriteEndDocument();
        }
        else if (value.Type != BsonType.Null)
        {
            StartBranch(writer, order, values, last);
            writer.WriteStartDocument(path);
            writer.WriteValue("$lt"u8, value);
            writer.WriteEndDocument();
            writer.WriteEndDocument();
            if (key.StoredPath != "_id")
            {
                StartBranch(writer, order, values, last);
                writer.WriteNull(path);
                writer.WriteEndDocument();
            }
        }
    }

    private static void StartBranch(BsonWriter writer, PageOrder order, BsonDocument values, int last)
    {
        writer.WriteStartDocument();
        for (var index = 0; index < last; index++)
        {
            writer.WriteStartDocument(Encoding.UTF8.GetBytes(order.Keys[index].StoredPath));
            writer.WriteValue("$eq"u8, ValueAt(values, index));
            writer.WriteEndDocument();
        }
    }

    private static BsonValue ValueAt(BsonDocument values, int index)
    {
        Span<byte> name = stackalloc byte[8];
        index.TryFormat(name, out var length);
        return values.TryGetValue(name[..length], out var value)
            ? value
            : throw new System.Diagnostics.UnreachableException($"A sealed cursor lacks value {index} of its own order.");
    }
}
