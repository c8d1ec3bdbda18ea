using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`listIndexes`: one document an index; none for a collection that does not exist.</summary>
internal sealed class ListIndexesHandler : IQueryHandler
{
    public DocumentSource Open(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        return reader.Read()
            ? throw reader.Unknown()
            : new ListedSource([.. (session.Catalogue.Find(collection)?.Indexes ?? []).Select(Describe)]);
    }

    internal static BsonDocument Describe(IndexDefinition index)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("v"u8, 2);
        writer.WriteDocument("key"u8, index.Keys);
        writer.WriteString("name"u8, index.Name);
        if (index.IsUnique && !index.IsIdIndex)
        {
            writer.WriteBoolean("unique"u8, true);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
