using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>An update operator whose result depends on the value that is there.</summary>
internal abstract class ValueChange
{
    /// <summary>What it leaves where there was nothing; null for nothing.</summary>
    internal abstract Operand? Initial { get; }

    /// <summary>Writes what becomes of a value; its name is written.</summary>
    internal abstract void Write(BsonValue value, string path, BsonWriter output);

    protected static ReadOnlySpan<byte> ArrayOf(BsonValue value, string operation, string path) => value.Type == BsonType.Array
        ? value.Bytes
        : throw new StoreException(StoreErrorCode.BadValue, $"Cannot apply {operation}: the field '{path}' must be an array but is of type {value.Type}");
}
