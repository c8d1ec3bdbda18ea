using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using OwnedData.Bson;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Responses;

/// <summary>
/// Writes leaf values. Each method answers false for a value that is not one of its type, then nothing that stays is written: the caller rewinds.
/// Types are not converted into each other; among numbers, and only there, whatever fits without loss is taken.
/// </summary>
internal static class ScalarWriter
{
    public static bool TryWrite(ScalarKind kind, BsonValue value, ResponseBuffer buffer) => kind switch
    {
        ScalarKind.String or ScalarKind.URL => TryWriteString(value, buffer),
        ScalarKind.ID => TryWriteId(value, buffer),
        ScalarKind.Boolean => TryWriteBoolean(value, buffer),
        ScalarKind.Int => NumberWriter.TryWriteInt(value, buffer),
        ScalarKind.Long => NumberWriter.TryWriteLong(value, buffer),
        ScalarKind.Float => NumberWriter.TryWriteFloat(value, buffer),
        ScalarKind.Decimal => NumberWriter.TryWriteDecimal(value, buffer),
        ScalarKind.DateTime => DateWriter.TryWriteDateTime(value, buffer),
        ScalarKind.LocalDate => DateWriter.TryWriteLocalDate(value, buffer),
        ScalarKind.UUID => TryWriteUuid(value, buffer),
        ScalarKind.ByteArray => TryWriteByteArray(value, buffer),
        ScalarKind.JSON => JsonValueWriter.TryWrite(value, buffer),
        _ => throw new UnreachableException($"A scalar {kind}"),
    };

    public static bool TryWriteEnum(EnumShape shape, BsonValue value, ResponseBuffer buffer)
    {
        if (value.Type != BsonType.String)
        {
            return false;
        }

        var text = value.AsString();
        foreach (var name in shape.Names.AsSpan())
        {
            if (text.SequenceEqual(name))
            {
                return JsonText.TryWrite(name, buffer);
            }
        }

        return false;
    }

    public static bool TryWriteString(BsonValue value, ResponseBuffer buffer) =>
        value.Type == BsonType.String && JsonText.TryWrite(value.AsString(), buffer);

    public static bool TryWriteBoolean(BsonValue value, ResponseBuffer buffer)
    {
        if (value.Type != BsonType.Boolean)
        {
            return false;
        }

        buffer.Write(value.AsBoolean() ? "true"u8 : "false"u8);
        return true;
    }

    public static void WriteObjectId(ObjectId id, ResponseBuffer buffer)
    {
        const int Length = 2 + (2 * ObjectId.Length);
        var span = buffer.GetSpan(Length);
        span[0] = span[Length - 1] = (byte)'"';
        id.TryFormat(span[1..], out _);
        buffer.Advance(Length);
    }

    public static bool TryWriteUuid(BsonValue value, ResponseBuffer buffer)
    {
        if (!UuidBytes.TryRead(value, out var uuid))
        {
            return false;
        }

        const int Length = 38;
        var span = buffer.GetSpan(Length);
        span[0] = span[Length - 1] = (byte)'"';
        uuid.TryFormat(span[1..], out _);
        buffer.Advance(Length);
        return true;
    }

    public static bool TryWriteByteArray(BsonValue value, ResponseBuffer buffer)
    {
        if (value.Type != BsonType.Binary)
        {
            return false;
        }

        var bytes = value.AsBinary(out _);
        var span = buffer.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length) + 2);
        span[0] = (byte)'"';
        var status = Base64.EncodeToUtf8(bytes, span[1..], out _, out var written);
        Debug.Assert(status == OperationStatus.Done, "The room was measured.");
        span[written + 1] = (byte)'"';
        buffer.Advance(written + 2);
        return true;
    }

    private static bool TryWriteId(BsonValue value, ResponseBuffer buffer)
    {
        switch (value.Type)
        {
            case BsonType.ObjectId:
                WriteObjectId(value.AsObjectId(), buffer);
                return true;
            case BsonType.Int32 or BsonType.Int64:
                buffer.WriteByte((byte)'"');
                NumberWriter.WriteInteger(value.Type == BsonType.Int32 ? value.AsInt32() : value.AsInt64(), buffer);
                buffer.WriteByte((byte)'"');
                return true;
            case BsonType.Binary:
                return TryWriteUuid(value, buffer);
            default:
                return TryWriteString(value, buffer);
        }
    }
}
