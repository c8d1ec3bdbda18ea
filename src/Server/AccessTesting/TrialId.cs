using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OwnedData.Bson;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessTesting;

/// <summary>
/// The id of a document that a test file calls by a name: the name itself where it is an id of that kind, else one made of type and name,
/// the same in every run.
/// </summary>
internal static class TrialId
{
    private const int UuidLength = 16;
    private const byte UuidSubtype = 4;

    /// <summary>Writes it as BSON into an open name.</summary>
    public static void Write(StoredType type, string name, BsonWriter writer)
    {
        switch (type.IdKind)
        {
            case IdKind.ObjectId:
                writer.WriteObjectId(ToObjectId(type, name));
                break;
            case IdKind.Uuid:
                writer.WriteBinary(ToGuid(type, name).ToByteArray(bigEndian: true), UuidSubtype);
                break;
            case IdKind.Int:
                writer.WriteInt32((int)ToNumber(type, name, int.MaxValue));
                break;
            case IdKind.Long:
                writer.WriteInt64(ToNumber(type, name, long.MaxValue));
                break;
            default:
                writer.WriteString(name);
                break;
        }
    }

    /// <summary>As a client of the API sends it.</summary>
    public static string ToGlobalId(StoredType type, string name)
    {
        var prefix = Encoding.UTF8.GetBytes(type.Name + ":");
        byte[] value = type.IdKind switch
        {
            IdKind.ObjectId => Encoding.UTF8.GetBytes(ToObjectId(type, name).ToString()),
            IdKind.Uuid => ToGuid(type, name).ToByteArray(),
            IdKind.Int => Encoding.UTF8.GetBytes(ToNumber(type, name, int.MaxValue).ToString(CultureInfo.InvariantCulture)),
            IdKind.Long => Encoding.UTF8.GetBytes(ToNumber(type, name, long.MaxValue).ToString(CultureInfo.InvariantCulture)),
            _ => Encoding.UTF8.GetBytes(name),
        };
        return Convert.ToBase64String([.. prefix, .. value]);
    }

    private static ObjectId ToObjectId(StoredType type, string name) =>
        ObjectId.TryParse(Encoding.UTF8.GetBytes(name), out var given) ? given : new ObjectId(Hash(type, name).AsSpan(0, ObjectId.Length));

    private static Guid ToGuid(StoredType type, string name) => Guid.TryParse(name, out var given) ? given : new Guid(Hash(type, name).AsSpan(0, UuidLength));

    private static long ToNumber(StoredType type, string name, long most) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given <= most
            ? given
            : BinaryPrimitives.ReadInt64LittleEndian(Hash(type, name)) & most;

    private static byte[] Hash(StoredType type, string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"{type.Name}:{name}"));
}
