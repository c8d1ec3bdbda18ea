using System.Buffers.Binary;

namespace OwnedData.Bson;

/// <summary>
/// One value where it lies: its type and its raw bytes, whose lengths and terminators are known to be right.
/// The typed getters do not convert: each throws <see cref="BsonException"/> on another type.
/// </summary>
public readonly ref struct BsonValue
{
    /// <summary>Takes exactly the bytes of one value, its own length prefix included; throws where they are not.</summary>
    public BsonValue(BsonType type, ReadOnlySpan<byte> bytes)
        : this(type, bytes, BsonLayout.MeasureValue(type, bytes, offset: 0))
    {
    }

    private BsonValue(BsonType type, ReadOnlySpan<byte> bytes, int length)
    {
        if (length != bytes.Length)
        {
            BsonException.Throw("Bytes follow the end of the value", length);
        }

        Type = type;
        Bytes = bytes;
    }

    public BsonType Type { get; }

    /// <summary>The value's bytes as stored, its own length prefix included; empty for null.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public bool IsNumber => Type is BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128;

    public int AsInt32() => BinaryPrimitives.ReadInt32LittleEndian(BytesOf(BsonType.Int32));

    public long AsInt64() => BinaryPrimitives.ReadInt64LittleEndian(BytesOf(BsonType.Int64));

    public double AsDouble() => BinaryPrimitives.ReadDoubleLittleEndian(BytesOf(BsonType.Double));

    public bool AsBoolean() => BytesOf(BsonType.Boolean)[0] != 0;

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z; negative before.</summary>
    public long AsDateTime() => BinaryPrimitives.ReadInt64LittleEndian(BytesOf(BsonType.DateTime));

    /// <summary>Seconds in the upper, the increment in the lower 32 bits.</summary>
    public ulong AsTimestamp() => BinaryPrimitives.ReadUInt64LittleEndian(BytesOf(BsonType.Timestamp));

    public ObjectId AsObjectId() => new(BytesOf(BsonType.ObjectId));

    public Decimal128 AsDecimal128() => Decimal128.ReadFrom(BytesOf(BsonType.Decimal128));

    /// <summary>The text in UTF-8 (unchecked), without length and terminator; it may hold zero bytes.</summary>
    public ReadOnlySpan<byte> AsString() => BytesOf(BsonType.String)[4..^1];

    /// <summary>The content without length and subtype, and for the outdated subtype 2 without its second length.</summary>
    public ReadOnlySpan<byte> AsBinary(out byte subtype)
    {
        var bytes = BytesOf(BsonType.Binary);
        subtype = bytes[4];
        return subtype == 2 ? bytes[9..] : bytes[5..];
    }

    public ReadOnlySpan<byte> AsDocument() => BytesOf(BsonType.Document);

    public ReadOnlySpan<byte> AsArray() => BytesOf(BsonType.Array);

    /// <summary>Pattern and option letters in UTF-8 (unchecked), without terminators.</summary>
    public void AsRegularExpression(out ReadOnlySpan<byte> pattern, out ReadOnlySpan<byte> options)
    {
        var bytes = BytesOf(BsonType.RegularExpression);
        var patternLength = bytes.IndexOf((byte)0);
        pattern = bytes[..patternLength];
        options = bytes[(patternLength + 1)..^1];
    }

    internal static BsonValue Measured(BsonType type, ReadOnlySpan<byte> bytes) => new(type, bytes, bytes.Length);

    private ReadOnlySpan<byte> BytesOf(BsonType expected)
    {
        if (Type != expected)
        {
            ThrowWrongType(expected);
        }

        return Bytes;
    }

    private void ThrowWrongType(BsonType expected) => throw new BsonException($"A value of type {Type} was read as {expected}");
}
