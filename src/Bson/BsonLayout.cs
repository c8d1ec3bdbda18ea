using System.Buffers.Binary;

namespace OwnedData.Bson;

/// <summary>
/// Knows how many bytes a value of each type takes. Everything that steps over a value asks here, so bounds are checked in one place.
/// </summary>
internal static class BsonLayout
{
    internal const int MinimumDocumentLength = 5;
    private const int LengthPrefix = 4;
    private const byte OldBinarySubtype = 2;

    /// <summary>The length of the value that <paramref name="bytes"/> begins with; <paramref name="offset"/> is only for the message.</summary>
    internal static int MeasureValue(BsonType type, ReadOnlySpan<byte> bytes, int offset) => type switch
    {
        BsonType.Double or BsonType.DateTime or BsonType.Timestamp or BsonType.Int64 => Fixed(8, bytes, offset),
        BsonType.Int32 => Fixed(4, bytes, offset),
        BsonType.ObjectId => Fixed(12, bytes, offset),
        BsonType.Decimal128 => Fixed(16, bytes, offset),
        BsonType.Null or BsonType.Undefined or BsonType.MinKey or BsonType.MaxKey => 0,
        BsonType.Boolean => MeasureBoolean(bytes, offset),
        BsonType.String or BsonType.JavaScript or BsonType.Symbol => MeasureString(bytes, offset),
        BsonType.Document or BsonType.Array => MeasureDocument(bytes, offset),
        BsonType.Binary => MeasureBinary(bytes, offset),
        BsonType.RegularExpression => MeasureRegularExpression(bytes, offset),
        BsonType.DbPointer => MeasureDbPointer(bytes, offset),
        BsonType.JavaScriptWithScope => MeasureJavaScriptWithScope(bytes, offset),
        _ => Malformed($"There is no element type {(byte)type}", offset),
    };

    internal static int MeasureDocument(ReadOnlySpan<byte> bytes, int offset)
    {
        var length = ReadLength(bytes, offset);
        if (length < MinimumDocumentLength || length > bytes.Length)
        {
            return Malformed("A document's length is below 5 or beyond its container", offset);
        }

        return bytes[length - 1] == 0 ? length : Malformed("A document does not end with a zero byte", offset + length - 1);
    }

    internal static int MeasureString(ReadOnlySpan<byte> bytes, int offset)
    {
        var length = ReadLength(bytes, offset);
        if (length < 1 || length > bytes.Length - LengthPrefix)
        {
            return Malformed("A string's length is below 1 or beyond its document", offset);
        }

        return bytes[LengthPrefix + length - 1] == 0
            ? LengthPrefix + length
            : Malformed("A string does not end with a zero byte", offset + LengthPrefix + length - 1);
    }

    private static int Fixed(int length, ReadOnlySpan<byte> bytes, int offset) =>
        bytes.Length >= length ? length : Malformed("A value is cut off by the end of its document", offset);

    private static int MeasureBoolean(ReadOnlySpan<byte> bytes, int offset)
    {
        Fixed(1, bytes, offset);
        return bytes[0] <= 1 ? 1 : Malformed("A boolean is neither 0 nor 1", offset);
    }

    private static int MeasureBinary(ReadOnlySpan<byte> bytes, int offset)
    {
        const int Prefix = LengthPrefix + 1;
        var length = ReadLength(bytes, offset);
        if (length < 0 || length > bytes.Length - Prefix)
        {
            return Malformed("A binary's length is negative or beyond its document", offset);
        }

        if (bytes[LengthPrefix] == OldBinarySubtype
            && (length < LengthPrefix || BinaryPrimitives.ReadInt32LittleEndian(bytes[Prefix..]) != length - LengthPrefix))
        {
            return Malformed("A binary of subtype 2 holds a second length that does not fit", offset + Prefix);
        }

        return Prefix + length;
    }

    private static int MeasureRegularExpression(ReadOnlySpan<byte> bytes, int offset)
    {
        var pattern = bytes.IndexOf((byte)0);
        var options = pattern < 0 ? -1 : bytes[(pattern + 1)..].IndexOf((byte)0);
        return options < 0 ? Malformed("A regular expression is not terminated", offset) : pattern + options + 2;
    }

    private static int MeasureDbPointer(ReadOnlySpan<byte> bytes, int offset)
    {
        var name = MeasureString(bytes, offset);
        return name + Fixed(12, bytes[name..], offset + name);
    }

    private static int MeasureJavaScriptWithScope(ReadOnlySpan<byte> bytes, int offset)
    {
        var length = ReadLength(bytes, offset);
        if (length < LengthPrefix || length > bytes.Length)
        {
            return Malformed("The length of JavaScript with scope is beyond its document", offset);
        }

        var inner = bytes[LengthPrefix..length];
        var code = MeasureString(inner, offset + LengthPrefix);
        var scope = MeasureDocument(inner[code..], offset + LengthPrefix + code);
        return LengthPrefix + code + scope == length
            ? length
            : Malformed("The length of JavaScript with scope is not that of its parts", offset);
    }

    private static int ReadLength(ReadOnlySpan<byte> bytes, int offset)
    {
        Fixed(LengthPrefix, bytes, offset);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    private static int Malformed(string message, int offset)
    {
        BsonException.Throw(message, offset);
        return 0;
    }
}
