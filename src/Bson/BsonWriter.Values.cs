using System.Buffers.Binary;

namespace OwnedData.Bson;

/// <content>The values, one method a type: inside a document after <see cref="WriteName"/>, inside an array directly.</content>
public sealed partial class BsonWriter
{
    public void WriteDouble(double value) => BinaryPrimitives.WriteDoubleLittleEndian(BeginValue(BsonType.Double, sizeof(double)), value);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(BeginValue(BsonType.Int32, sizeof(int)), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(BeginValue(BsonType.Int64, sizeof(long)), value);

    public void WriteBoolean(bool value) => BeginValue(BsonType.Boolean, length: 1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z; negative before.</summary>
    public void WriteDateTime(long milliseconds) =>
        BinaryPrimitives.WriteInt64LittleEndian(BeginValue(BsonType.DateTime, sizeof(long)), milliseconds);

    /// <summary>Seconds in the upper, the increment in the lower 32 bits.</summary>
    public void WriteTimestamp(ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(BeginValue(BsonType.Timestamp, sizeof(ulong)), value);

    public void WriteObjectId(ObjectId value) => value.WriteTo(BeginValue(BsonType.ObjectId, ObjectId.Length));

    public void WriteDecimal128(Decimal128 value) => value.WriteTo(BeginValue(BsonType.Decimal128, length: 16));

    public void WriteNull() => BeginValue(BsonType.Null);

    public void WriteMinKey() => BeginValue(BsonType.MinKey);

    public void WriteMaxKey() => BeginValue(BsonType.MaxKey);

    /// <summary>The text must be UTF-8; it may hold zero bytes.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        CheckUtf8(utf8);
        var target = BeginValue(BsonType.String, sizeof(int) + utf8.Length + 1);
        BinaryPrimitives.WriteInt32LittleEndian(target, utf8.Length + 1);
        utf8.CopyTo(target[sizeof(int)..]);
        target[^1] = 0;
    }

    /// <summary>The text must have no half of a surrogate pair; it may hold zero characters.</summary>
    public void WriteString(string value)
    {
        var length = CountUtf8(value);
        var target = BeginValue(BsonType.String, sizeof(int) + length + 1);
        BinaryPrimitives.WriteInt32LittleEndian(target, length + 1);
        StrictUtf8.GetBytes(value, target[sizeof(int)..]);
        target[^1] = 0;
    }

    /// <summary>For the outdated subtype 2 the second length is added here.</summary>
    public void WriteBinary(ReadOnlySpan<byte> content, byte subtype)
    {
        var innerPrefix = subtype == 2 ? sizeof(int) : 0;
        var target = BeginValue(BsonType.Binary, sizeof(int) + 1 + innerPrefix + content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(target, innerPrefix + content.Length);
        target[sizeof(int)] = subtype;
        target = target[(sizeof(int) + 1)..];
        if (innerPrefix > 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(target, content.Length);
        }

        content.CopyTo(target[innerPrefix..]);
    }

    /// <summary>Neither text may hold a zero byte; the option letters are sorted, as BSON asks for.</summary>
    public void WriteRegularExpression(string pattern, string options)
    {
        if (pattern.Contains('\0', StringComparison.Ordinal) || options.Contains('\0', StringComparison.Ordinal))
        {
            throw new BsonException("A regular expression with a zero character in it");
        }

        var sortedOptions = string.Concat(options.Order());
        var patternLength = CountUtf8(pattern);
        var target = BeginValue(BsonType.RegularExpression, patternLength + CountUtf8(sortedOptions) + 2);
        StrictUtf8.GetBytes(pattern, target);
        target[patternLength] = 0;
        StrictUtf8.GetBytes(sortedOptions, target[(patternLength + 1)..]);
        target[^1] = 0;
    }

    public void WriteDocument(BsonDocument document) => WriteDocument(document.Span);

    /// <summary>Copies one document, length prefix included.</summary>
    public void WriteDocument(ReadOnlySpan<byte> document) => WriteLevel(BsonType.Document, document);

    /// <summary>Copies the bytes of one array, length prefix included.</summary>
    public void WriteArray(ReadOnlySpan<byte> array) => WriteLevel(BsonType.Array, array);

    /// <summary>Copies a value of any type as it is.</summary>
    public void WriteValue(BsonValue value)
    {
        if (value.Type == default)
        {
            throw new InvalidOperationException("The default BsonValue is no value.");
        }

        value.Bytes.CopyTo(BeginValue(value.Type, value.Bytes.Length));
    }

    private void WriteLevel(BsonType type, ReadOnlySpan<byte> bytes) => WriteValue(new BsonValue(type, bytes));
}
