using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>UUIDs in BSON: binary of subtype 4, in the byte order of RFC 9562. Subtype 3 is refused, because every driver ordered its bytes in its own way.</summary>
internal static class UuidBytes
{
    public const byte Subtype = 4;
    public const int Length = 16;

    public static bool TryRead(BsonValue value, out Guid uuid)
    {
        uuid = default;
        if (value.Type != BsonType.Binary)
        {
            return false;
        }

        var bytes = value.AsBinary(out var subtype);
        if (subtype != Subtype || bytes.Length != Length)
        {
            return false;
        }

        uuid = new Guid(bytes, bigEndian: true);
        return true;
    }
}
