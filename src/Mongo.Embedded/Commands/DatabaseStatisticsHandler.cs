using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`dbStats`: how much all collections hold together; sizes are doubles, as MongoDB has them here.</summary>
internal sealed class DatabaseStatisticsHandler : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfDatabase(command, context);
        var scale = 1L;
        while (reader.Read())
        {
            scale = reader.Name switch
            {
                "scale" => Math.Max(1, reader.Int64()),
                "freeStorage" => scale,
                _ => throw reader.Unknown(),
            };
        }

        var collections = session.Catalogue.Collections.Values.ToList();
        var sizes = collections.ConvertAll(collection => CollectionSize.Measure(session.Connection, collection));
        var objects = sizes.Sum(size => size.Documents);
        var bytes = sizes.Sum(size => size.DocumentBytes);
        return Reply.Ok(writer =>
        {
            writer.WriteString("db"u8, Wire.ClientCommand.OwnDatabase);
            writer.WriteInt32("collections"u8, collections.Count);
            writer.WriteInt32("views"u8, 0);
            writer.WriteInt64("objects"u8, objects);
            writer.WriteDouble("avgObjSize"u8, objects == 0 ? 0 : (double)bytes / objects);
            writer.WriteDouble("dataSize"u8, (double)bytes / scale);
            writer.WriteDouble("storageSize"u8, (double)bytes / scale);
            writer.WriteInt32("indexes"u8, collections.Sum(collection => collection.Indexes.Length));
            writer.WriteDouble("indexSize"u8, (double)sizes.Sum(size => size.IndexBytes) / scale);
            writer.WriteDouble("totalSize"u8, (double)sizes.Sum(size => size.DocumentBytes + size.IndexBytes) / scale);
            writer.WriteDouble("scaleFactor"u8, scale);
        });
    }
}
