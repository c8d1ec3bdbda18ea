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
        var size = collection is null ? default : CollectionSize.Measure(session.Connection, collection);
        return Reply.Ok(writer =>
        {
            writer.WriteString("ns"u8, $"{Wire.ClientCommand.OwnDatabase}.{name}");
            size.Write(writer, session.Connection, collection, scale);
        });
    }
}
