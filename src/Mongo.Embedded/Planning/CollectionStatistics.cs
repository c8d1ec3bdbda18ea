using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>`$collStats`, which shells and Compass ask for sizes: one document, by which the pipeline begins.</summary>
internal static class CollectionStatistics
{
    internal static LaterStage Parse(BsonDocument specification, string name, CollectionDefinition? collection)
    {
        var (hasCount, hasStorage, scale) = (false, false, 1L);
        var reader = CommandReader.OfPart(specification, "$collStats");
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "count":
                    hasCount = true;
                    break;
                case "storageStats":
                    hasStorage = true;
                    scale = ScaleOf(reader.Document());
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return new LaterStage((source, connection, context) =>
        {
            source.Dispose();
            return new ListedSource([Describe(name, collection, connection, context, hasCount, hasStorage ? scale : null)]);
        });
    }

    private static long ScaleOf(BsonDocument storage)
    {
        var reader = CommandReader.OfPart(storage, "$collStats.storageStats");
        var scale = 1L;
        while (reader.Read())
        {
            scale = reader.Name == "scale" ? Math.Max(1, reader.Int64()) : throw reader.Unknown();
        }

        return scale;
    }

    private static BsonDocument Describe(string name, CollectionDefinition? collection, Connection connection, OperationContext context, bool hasCount, long? scale)
    {
        var size = collection is null ? default : CollectionSize.Measure(connection, collection);
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("ns"u8, $"{Wire.ClientCommand.OwnDatabase}.{name}");
        writer.WriteDateTime("localTime"u8, context.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        if (scale is { } divisor)
        {
            writer.WriteStartDocument("storageStats"u8);
            size.Write(writer, connection, collection, divisor);
            writer.WriteEndDocument();
        }

        if (hasCount)
        {
            writer.WriteInt64("count"u8, size.Documents);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
