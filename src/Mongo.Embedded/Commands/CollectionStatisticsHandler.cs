using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`collStats`: how much a collection holds; zeros for one that does not exist.</summary>
internal sealed class CollectionStatisticsHandler : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        var scale = 1L;
        while (reader.Read())
        {
            scale = reader.Name == "scale" ? Math.Max(1, reader.Int64()) : throw reader.Unknown();
        }

        var collection = session.Catalogue.Find(name);
        var size = collection is null ? default : CollectionSize.Measure(session, collection);
        return Reply.Ok(writer =>
        {
            writer.WriteString("ns"u8, $"{Wire.ClientCommand.OwnDatabase}.{name}");
            writer.WriteInt64("size"u8, size.DocumentBytes / scale);
            writer.WriteInt64("count"u8, size.Documents);
            if (size.Documents > 0)
            {
                writer.WriteInt64("avgObjSize"u8, size.DocumentBytes / size.Documents);
            }

            writer.WriteInt64("storageSize"u8, size.DocumentBytes / scale);
            writer.WriteBoolean("capped"u8, false);
            writer.WriteInt32("nindexes"u8, collection?.Indexes.Length ?? 0);
            writer.WriteInt64("totalIndexSize"u8, size.IndexBytes / scale);
            writer.WriteStartDocument("indexSizes"u8);
            foreach (var index in collection?.Indexes ?? [])
            {
                writer.WriteInt64(System.Text.Encoding.UTF8.GetBytes(index.Name), CollectionSize.IndexSize(session, index.Id) / scale);
            }

            writer.WriteEndDocument();
            writer.WriteInt64("scaleFactor"u8, scale);
        });
    }
}
