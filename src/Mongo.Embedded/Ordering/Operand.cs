using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>One value of a command kept on the heap: what a filter compares with, what an update sets. Uncopied from the command's bytes or copied once at parsing.</summary>
internal readonly struct Operand(BsonType type, ReadOnlyMemory<byte> bytes)
{
    internal BsonType Type { get; } = type;

    internal BsonValue Value => new(Type, bytes.Span);

    /// <summary>The number of bytes kept.</summary>
    internal int Length => bytes.Length;

    internal static Operand OfArray(IEnumerable<Operand> elements)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("a"u8);
        foreach (var element in elements)
        {
            writer.WriteValue(element.Value);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        var reader = new BsonReader(writer.WrittenSpan);
        reader.Read();
        return From(reader.Value);
    }

    internal static Operand From(BsonValue value) => new(value.Type, value.Bytes.ToArray());
}
