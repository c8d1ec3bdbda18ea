using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Builds the reply of a command that went well: what the command says, then `ok: 1`.</summary>
internal static class Reply
{
    internal static BsonDocument Ok(Action<BsonWriter>? write = null)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        write?.Invoke(writer);
        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
