using System.Collections.Frozen;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Writes an error as MongoDB does: `ok: 0`, message, code and the code's name.</summary>
internal static class ErrorReply
{
    // Above this MongoDB names an error after its place in MongoDB's own source.
    private const int FirstUnnamed = 10000;

    private static readonly FrozenDictionary<StoreErrorCode, string> s_names = new Dictionary<StoreErrorCode, string>
    {
        [StoreErrorCode.InvalidBson] = "InvalidBSON",
        [StoreErrorCode.BsonObjectTooLarge] = "BSONObjectTooLarge",
        [StoreErrorCode.DuplicateKey] = "DuplicateKey",
        [StoreErrorCode.OutOfDiskSpace] = "OutOfDiskSpace",
        [StoreErrorCode.ExceededExpressionMemory] = "ExceededMemoryLimit",
        [StoreErrorCode.ExceededMemoryLimit] = "QueryExceededMemoryLimitNoDiskUseAllowed",
    }.ToFrozenDictionary();

    internal static BsonDocument Create(StoreErrorCode code, string message)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteDouble("ok"u8, 0);
        writer.WriteString("errmsg"u8, message);
        writer.WriteInt32("code"u8, (int)code);
        writer.WriteString("codeName"u8, NameOf(code));
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static string NameOf(StoreErrorCode code) =>
        s_names.GetValueOrDefault(code) ?? ((int)code < FirstUnnamed ? code.ToString() : $"Location{(int)code}");
}
