using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Refuses values that are nested deeper than MongoDB stores: what follows may recurse on them.</summary>
internal static class Nesting
{
    internal static void Check(Operand? value)
    {
        if (value is { Type: BsonType.Document or BsonType.Array } container)
        {
            Check(container.Value.Bytes, BsonComparer.MaxDepth);
        }
    }

    internal static void Check(ReadOnlySpan<byte> document, int depthLeft = BsonComparer.MaxDepth)
    {
        if (depthLeft == 0)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"A value exceeds the maximum nested depth of {BsonComparer.MaxDepth}");
        }

        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (reader.ElementType is BsonType.Document or BsonType.Array)
            {
                Check(reader.ValueSpan, depthLeft - 1);
            }
        }
    }
}
