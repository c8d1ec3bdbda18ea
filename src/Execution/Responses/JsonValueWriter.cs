using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>
/// Writes what a `JSON` field holds: any BSON value as the plain JSON a client expects, not Extended JSON. What JSON has no word for
/// (NaN, MinKey, a DBPointer …) makes the whole field invalid, since a leaf is null or complete.
/// </summary>
internal static class JsonValueWriter
{
    public static bool TryWrite(BsonValue value, ResponseBuffer buffer) => TryWrite(value, BsonValidator.DefaultMaxDepth, buffer);

    private static bool TryWrite(BsonValue value, int depthLeft, ResponseBuffer buffer)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                return depthLeft > 0 && TryWriteObject(value.AsDocument(), depthLeft - 1, buffer);
            case BsonType.Array:
                return depthLeft > 0 && TryWriteArray(value.AsArray(), depthLeft - 1, buffer);
            case BsonType.String:
                return ScalarWriter.TryWriteString(value, buffer);
            case BsonType.Boolean:
                return ScalarWriter.TryWriteBoolean(value, buffer);
            case BsonType.DateTime:
                return DateWriter.TryWriteDateTime(value, buffer);
            case BsonType.Binary:
                return ScalarWriter.TryWriteUuid(value, buffer) || ScalarWriter.TryWriteByteArray(value, buffer);
            case BsonType.ObjectId:
                ScalarWriter.WriteObjectId(value.AsObjectId(), buffer);
                return true;
            case BsonType.Null or BsonType.Undefined:
                buffer.Write("null"u8);
                return true;
            default:
                return NumberWriter.TryWriteDecimal(value, buffer);
        }
    }

    private static bool TryWriteObject(ReadOnlySpan<byte> document, int depthLeft, ResponseBuffer buffer)
    {
        var reader = new BsonReader(document);
        var isFirst = true;
        buffer.WriteByte((byte)'{');
        while (reader.Read())
        {
            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            if (!JsonText.TryWrite(reader.NameSpan, buffer))
            {
                return false;
            }

            buffer.WriteByte((byte)':');
            if (!TryWrite(reader.Value, depthLeft, buffer))
            {
                return false;
            }
        }

        buffer.WriteByte((byte)'}');
        return true;
    }

    private static bool TryWriteArray(ReadOnlySpan<byte> array, int depthLeft, ResponseBuffer buffer)
    {
        var reader = new BsonReader(array);
        var isFirst = true;
        buffer.WriteByte((byte)'[');
        while (reader.Read())
        {
            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            if (!TryWrite(reader.Value, depthLeft, buffer))
            {
                return false;
            }
        }

        buffer.WriteByte((byte)']');
        return true;
    }
}
