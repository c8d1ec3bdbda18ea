using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`listDatabases`: the one there is.</summary>
internal sealed class ListDatabasesHandler : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfDatabase(command, context);
        BsonDocument filter = default;
        var nameOnly = false;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "filter":
                    filter = reader.Document();
                    break;
                case "nameOnly":
                    nameOnly = reader.Boolean();
                    break;
                case "authorizedDatabases":
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        var bytes = session.Connection.QueryInt64("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
        var database = Describe(session, bytes, nameOnly);
        return Reply.Ok(writer =>
        {
            writer.WriteStartArray("databases"u8);
            if (Filter.Parse(filter).Matches(database.Span))
            {
                writer.WriteDocument(database);
            }

            writer.WriteEndArray();
            if (!nameOnly)
            {
                writer.WriteInt64("totalSize"u8, bytes);
            }
        });
    }

    private static BsonDocument Describe(Session session, long bytes, bool nameOnly)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("name"u8, Wire.ClientCommand.OwnDatabase);
        if (!nameOnly)
        {
            writer.WriteInt64("sizeOnDisk"u8, bytes);
            writer.WriteBoolean("empty"u8, session.Catalogue.Collections.IsEmpty);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
