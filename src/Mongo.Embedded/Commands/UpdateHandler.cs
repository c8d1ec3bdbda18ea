using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`update`: its statements in order, up to the first document that is refused; what was changed before stays.</summary>
internal sealed class UpdateHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        List<BsonDocument>? statements = null;
        while (reader.Read())
        {
            statements = reader.Name == "updates" ? reader.Documents() : throw reader.Unknown();
        }

        using var changer = new DocumentChanger(session, collection, context);
        var parsed = (statements ?? throw reader.Missing("updates")).ConvertAll(UpdateStatement.Parse);
        var upserted = new List<(int Statement, BsonDocument Document)>();
        StoreException? error = null;
        var index = 0;
        try
        {
            for (; index < parsed.Count; index++)
            {
                if (changer.Update(parsed[index]) is { } document)
                {
                    upserted.Add((index, document));
                }
            }
        }
        catch (StoreException thrown) when (session.CanKeepAfter(thrown))
        {
            error = thrown;
        }

        return WriteReply.Create(changer.Matched + upserted.Count, index, error, writer =>
        {
            writer.WriteInt32("nModified"u8, changer.Modified);
            WriteUpserted(writer, upserted);
        });
    }

    private static void WriteUpserted(BsonWriter writer, List<(int Statement, BsonDocument Document)> upserted)
    {
        if (upserted.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("upserted"u8);
        foreach (var (statement, document) in upserted)
        {
            document.TryGetValue("_id"u8, out var id);
            writer.WriteStartDocument();
            writer.WriteInt32("index"u8, statement);
            writer.WriteValue("_id"u8, id);
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
    }
}
