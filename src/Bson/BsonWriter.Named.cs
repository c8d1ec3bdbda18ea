namespace OwnedData.Bson;

/// <content>Name and value in one call, for the elements of a document.</content>
public sealed partial class BsonWriter
{
    public void WriteStartDocument(ReadOnlySpan<byte> name)
    {
        WriteName(name);
        WriteStartDocument();
    }

    public void WriteStartArray(ReadOnlySpan<byte> name)
    {
        WriteName(name);
        WriteStartArray();
    }

    public void WriteDouble(ReadOnlySpan<byte> name, double value)
    {
        WriteName(name);
        WriteDouble(value);
    }

    public void WriteInt32(ReadOnlySpan<byte> name, int value)
    {
        WriteName(name);
        WriteInt32(value);
    }

    public void WriteInt64(ReadOnlySpan<byte> name, long value)
    {
        WriteName(name);
        WriteInt64(value);
    }

    public void WriteBoolean(ReadOnlySpan<byte> name, bool value)
    {
        WriteName(name);
        WriteBoolean(value);
    }

    public void WriteDateTime(ReadOnlySpan<byte> name, long milliseconds)
    {
        WriteName(name);
        WriteDateTime(milliseconds);
    }

    public void WriteTimestamp(ReadOnlySpan<byte> name, ulong value)
    {
        WriteName(name);
        WriteTimestamp(value);
    }

    public void WriteObjectId(ReadOnlySpan<byte> name, ObjectId value)
    {
        WriteName(name);
        WriteObjectId(value);
    }

    public void WriteDecimal128(ReadOnlySpan<byte> name, Decimal128 value)
    {
        WriteName(name);
        WriteDecimal128(value);
    }

    public void WriteNull(ReadOnlySpan<byte> name)
    {
        WriteName(name);
        WriteNull();
    }

    public void WriteMinKey(ReadOnlySpan<byte> name)
    {
        WriteName(name);
        WriteMinKey();
    }

    public void WriteMaxKey(ReadOnlySpan<byte> name)
    {
        WriteName(name);
        WriteMaxKey();
    }

    public void WriteString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        WriteName(name);
        WriteString(utf8);
    }

    public void WriteString(ReadOnlySpan<byte> name, string value)
    {
        WriteName(name);
        WriteString(value);
    }

    public void WriteBinary(ReadOnlySpan<byte> name, ReadOnlySpan<byte> content, byte subtype)
    {
        WriteName(name);
        WriteBinary(content, subtype);
    }

    public void WriteRegularExpression(ReadOnlySpan<byte> name, string pattern, string options)
    {
        WriteName(name);
        WriteRegularExpression(pattern, options);
    }

    public void WriteDocument(ReadOnlySpan<byte> name, BsonDocument document)
    {
        WriteName(name);
        WriteDocument(document);
    }

    public void WriteDocument(ReadOnlySpan<byte> name, ReadOnlySpan<byte> document)
    {
        WriteName(name);
        WriteDocument(document);
    }

    public void WriteArray(ReadOnlySpan<byte> name, ReadOnlySpan<byte> array)
    {
        WriteName(name);
        WriteArray(array);
    }

    public void WriteValue(ReadOnlySpan<byte> name, BsonValue value)
    {
        WriteName(name);
        WriteValue(value);
    }
}
