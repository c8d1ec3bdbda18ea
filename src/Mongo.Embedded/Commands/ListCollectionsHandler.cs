using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`listCollections`: one document a collection, by name.</summary>
internal sealed class ListCollectionsHandler : IQueryHandler
{
    public DocumentSource Open(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfDatabase(command, context);
        while (reader.Read())
        {
            // There is nothing that this would leave out.
            _ = reader.Name == "nameOnly" ? reader.Boolean() : throw reader.Unknown();
        }

        return new ListedSource([.. session.Catalogue.Collections.Keys.Order(StringComparer.Ordinal).Select(Describe)]);
    }

    private static BsonDocument Describe(string name)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("name"u8, name);
        writer.WriteString("type"u8, "collection");
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
