using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Builds the replies of write commands in MongoDB's shape.</summary>
internal static class WriteReply
{
    /// <summary>The reply `{ n, …, writeErrors?, ok: 1 }`.</summary>
    /// <param name="count">How many documents were written or matched.</param>
    /// <param name="errors">Which documents or statements of the command were refused.</param>
    /// <param name="writeMore">Writes the elements between; null for none.</param>
    internal static BsonDocument Create(int count, List<(int Index, StoreException Error)> errors, Action<BsonWriter>? writeMore = null) => Reply.Ok(writer =>
    {
        writer.WriteInt32("n"u8, count);
        writeMore?.Invoke(writer);
        if (errors.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("writeErrors"u8);
        foreach (var (index, error) in errors)
        {
            writer.WriteStartDocument();
            writer.WriteInt32("index"u8, index);
            writer.WriteInt32("code"u8, (int)error.Code);
            writer.WriteString("errmsg"u8, error.Message);
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
    });
}
