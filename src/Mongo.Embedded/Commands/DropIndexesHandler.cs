using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`dropIndexes` of one index by its name; that of `_id` stays for ever.</summary>
internal sealed class DropIndexesHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        string? wanted = null;
        while (reader.Read())
        {
            wanted = reader.Name == "index" ? reader.String() : throw reader.Unknown();
        }

        _ = wanted ?? throw reader.Missing("index");
        var collection = session.Catalogue.Find(name) ?? throw new StoreException(StoreErrorCode.NamespaceNotFound, $"ns not found {name}");
        var index = collection.Indexes.FirstOrDefault(index => index.Name == wanted)
            ?? throw new StoreException(StoreErrorCode.IndexNotFound, $"index not found with name [{wanted}]");
        if (index.IsIdIndex)
        {
            throw new StoreException(StoreErrorCode.InvalidOptions, "cannot drop _id index");
        }

        CatalogueTables.DropIndex(session.Connection, index);
        session.Change(session.Catalogue.With(collection with { Indexes = collection.Indexes.Remove(index) }));
        return Reply(collection.Indexes.Length);
    }

    private static BsonDocument Reply(int before)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("nIndexesWas"u8, before);
        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
