using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>An update operator whose result depends on the value that is there.</summary>
internal abstract class ValueChange
{
    /// <summary>What it leaves where there was nothing; null for nothing. Made anew at each call.</summary>
    internal abstract Operand? Initial { get; }

    /// <summary>Writes what becomes of a value; its name is written. True where that counts as a change even when the bytes are the same.</summary>
    internal abstract bool Write(BsonValue value, string path, BsonWriter output);

    /// <summary>What it makes of an int32 zero: what several operators leave where there was nothing.</summary>
    protected Operand ResultOnZero()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName("v"u8);
        Write(new BsonValue(BsonType.Int32, [0, 0, 0, 0]), path: "", writer);
        writer.WriteEndDocument();
        var reader = new BsonReader(writer.WrittenSpan);
        reader.Read();
        return Operand.From(reader.Value);
    }

    protected static ReadOnlySpan<byte> ArrayOf(BsonValue value, string operation, string path) => value.Type == BsonType.Array
        ? value.Bytes
        : throw new StoreException(StoreErrorCode.BadValue, $"Cannot apply {operation}: the field '{path}' must be an array but is of type {value.Type}");
}
