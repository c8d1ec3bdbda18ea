using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Builds the replies of write commands in MongoDB's shape.</summary>
internal static class WriteReply
{
    /// <summary>The reply `{ n, …, writeErrors?, ok: 1 }`.</summary>
    /// <param name="count">How many documents were written or matched.</param>
    /// <param name="errorIndex">Which document or statement of the command was refused.</param>
    /// <param name="error">What refused it and stopped the command; null for nothing.</param>
    /// <param name="writeMore">Writes the elements between; null for none.</param>
    internal static BsonDocument Create(int count, int errorIndex = 0, StoreException? error = null, Action<BsonWriter>? writeMore = null)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("n"u8, count);
        writeMore?.Invoke(writer);
        if (error is not null)
        {
            writer.WriteStartArray("writeErrors"u8);
            writer.WriteStartDocument();
            writer.WriteInt32("index"u8, errorIndex);
            writer.WriteInt32("code"u8, (int)error.Code);
            writer.WriteString("errmsg"u8, error.Message);
            writer.WriteEndDocument();
            writer.WriteEndArray();
        }

        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
