using System.Diagnostics;
using OwnedData.Bson;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Writes a coerced leaf value as the BSON type that its scalar is stored as: for filters and for documents alike.</summary>
internal static class StoredValue
{
    private const byte UuidSubtype = 4;

    /// <summary>Writes the value of an element whose name (or place in an array) is already open.</summary>
    public static void WriteLeaf(BsonWriter writer, FieldType type, object? value)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else if (type is ScalarFieldType scalar)
        {
            WriteScalar(writer, scalar.Kind, value);
        }
        else
        {
            writer.WriteString((string)value);
        }
    }

    private static void WriteScalar(BsonWriter writer, ScalarKind kind, object value)
    {
        switch (kind)
        {
            case ScalarKind.ID or ScalarKind.String or ScalarKind.URL:
                writer.WriteString((string)value);
                break;
            case ScalarKind.Int:
                writer.WriteInt32((int)value);
                break;
            case ScalarKind.Long:
                writer.WriteInt64((long)value);
                break;
            case ScalarKind.Float:
                writer.WriteDouble((double)value);
                break;
            case ScalarKind.Boolean:
                writer.WriteBoolean((bool)value);
                break;
            case ScalarKind.Decimal:
                writer.WriteDecimal128(Decimal128.Parse((string)value));
                break;
            case ScalarKind.DateTime:
                writer.WriteDateTime(((DateTimeOffset)value).ToUnixTimeMilliseconds());
                break;
            case ScalarKind.LocalDate:
                writer.WriteDateTime(new DateTimeOffset(((DateOnly)value).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds());
                break;
            case ScalarKind.UUID:
                Span<byte> uuid = stackalloc byte[16];
                ((Guid)value).TryWriteBytes(uuid, bigEndian: true, out _);
                writer.WriteBinary(uuid, UuidSubtype);
                break;
            case ScalarKind.ByteArray:
                writer.WriteBinary((byte[])value, subtype: 0);
                break;
            default:
                throw new UnreachableException($"{kind} is not a leaf.");
        }
    }
}
