using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>Where one value lies in a document, so that keys need no copies. A type without bytes (null for missing, undefined) may lie nowhere.</summary>
internal readonly record struct ValueSlice(BsonType Type, int Offset, int Length)
{
    internal static ValueSlice Null => new(BsonType.Null, 0, 0);

    internal static ValueSlice Undefined => new(BsonType.Undefined, 0, 0);

    /// <summary>The value, in the document that the slice was made from.</summary>
    internal BsonValue In(ReadOnlySpan<byte> document) => new(Type, document.Slice(Offset, Length));
}
