using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`listCollections`: one document a collection, by name.</summary>
internal sealed class ListCollectionsHandler : IQueryHandler
{
    public DocumentSource Open(BsonDocument command, Session session, OperationContext context)
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
                case "authorizedCollections":
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        var names = session.Catalogue.Collections.Keys.Order(StringComparer.Ordinal);
        return new FilteredSource(new ListedSource([.. names.Select(name => Describe(name, nameOnly))]), Filter.Parse(filter));
    }

    private static BsonDocument Describe(string name, bool nameOnly)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("name"u8, name);
        writer.WriteString("type"u8, "collection");
        if (!nameOnly)
        {
            writer.WriteDocument("options"u8, BsonDocument.Empty);
            writer.WriteStartDocument("info"u8);
            writer.WriteBoolean("readOnly"u8, false);
            writer.WriteEndDocument();
            writer.WriteDocument("idIndex"u8, ListIndexesHandler.Describe(IndexDefinition.OfId));
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
