using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>One value of a command kept on the heap: what a filter compares with, what an update sets. Uncopied from the command's bytes or copied once at parsing.</summary>
internal readonly struct Operand(BsonType type, ReadOnlyMemory<byte> bytes)
{
    internal BsonType Type { get; } = type;

    internal BsonValue Value => new(Type, bytes.Span);

    internal static Operand From(BsonValue value) => new(value.Type, value.Bytes.ToArray());
}
