using System.Buffers.Binary;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>
/// One value kept on the heap: what a filter compares with, what an update sets, what an expression gives. Uncopied from the bytes it lies in, or copied once;
/// null as an <c>Operand?</c> stands for a missing value.
/// </summary>
internal readonly struct Operand(BsonType type, ReadOnlyMemory<byte> bytes)
{
    internal static Operand Null => new(BsonType.Null, default);

    internal static Operand True { get; } = new(BsonType.Boolean, new byte[] { 1 });

    internal static Operand False { get; } = new(BsonType.Boolean, new byte[] { 0 });

    internal BsonType Type { get; } = type;

    internal BsonValue Value => new(Type, bytes.Span);

    internal ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The number of bytes kept.</summary>
    internal int Length => bytes.Length;

    internal static Operand From(BsonValue value) => new(value.Type, value.Bytes.ToArray());

    internal static Operand From(BsonDocument document) => new(BsonType.Document, document.Memory);

    internal static Operand Of(bool value) => value ? True : False;

    internal static Operand Of(int value) => new(BsonType.Int32, BitConverter.GetBytes(value));

    internal static Operand Of(long value) => new(BsonType.Int64, BitConverter.GetBytes(value));

    internal static Operand Of(double value) => new(BsonType.Double, BitConverter.GetBytes(value));

    internal static Operand Of(Decimal128 value)
    {
        var bytes = new byte[16];
        value.WriteTo(bytes);
        return new Operand(BsonType.Decimal128, bytes);
    }

    /// <param name="milliseconds">Since 1970.</param>
    internal static Operand OfDate(long milliseconds) => new(BsonType.DateTime, BitConverter.GetBytes(milliseconds));

    internal static Operand Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static Operand Of(ReadOnlySpan<byte> utf8)
    {
        var bytes = new byte[sizeof(int) + utf8.Length + 1];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, utf8.Length + 1);
        utf8.CopyTo(bytes.AsSpan(sizeof(int)));
        return new Operand(BsonType.String, bytes);
    }

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

    /// <summary>The value where the reader stands, in the bytes that it reads.</summary>
    internal static Operand At(in BsonReader reader, ReadOnlyMemory<byte> document) =>
        new(reader.ElementType, document.Slice(reader.ValueOffset, reader.ValueSpan.Length));

    /// <summary>An array's elements, or a document's values, uncopied.</summary>
    internal List<Operand> Elements()
    {
        var elements = new List<Operand>();
        var reader = new BsonReader(bytes.Span);
        while (reader.Read())
        {
            elements.Add(At(reader, bytes));
        }

        return elements;
    }
}
