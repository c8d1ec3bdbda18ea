using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`dropIndexes`: by name, by names, by keys, or all but that of `_id`.</summary>
internal sealed class DropIndexesHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        var collection = session.Catalogue.Find(name)
            ?? throw new StoreException(StoreErrorCode.NamespaceNotFound, $"ns not found {name}");
        List<IndexDefinition>? dropped = null;
        while (reader.Read())
        {
            dropped = reader.Name == "index" ? Find(collection, reader.Value) : throw reader.Unknown();
        }

        foreach (var index in dropped ?? throw reader.Missing("index"))
        {
            CatalogueTables.DropIndex(session.Connection, index);
        }

        session.Change(session.Catalogue.With(collection with { Indexes = collection.Indexes.RemoveRange(dropped) }));
        return Reply.Ok(writer => writer.WriteInt32("nIndexesWas"u8, collection.Indexes.Length));
    }

    private static List<IndexDefinition> Find(CollectionDefinition collection, BsonValue wanted)
    {
        if (wanted.Type == BsonType.String && wanted.AsString().SequenceEqual("*"u8))
        {
            return [.. collection.Indexes.Where(index => !index.IsIdIndex)];
        }

        var found = new List<IndexDefinition>();
        if (wanted.Type == BsonType.Array)
        {
            var names = new BsonReader(wanted.Bytes);
            while (names.Read())
            {
                found.Add(FindOne(collection, names.Value));
            }
        }
        else
        {
            found.Add(FindOne(collection, wanted));
        }

        return found.TrueForAll(index => !index.IsIdIndex) ? [.. found.DistinctBy(index => index.Id)]
            : throw new StoreException(StoreErrorCode.InvalidOptions, "cannot drop _id index");
    }

    private static IndexDefinition FindOne(CollectionDefinition collection, BsonValue wanted)
    {
        foreach (var index in collection.Indexes)
        {
            if (wanted.Type == BsonType.String ? wanted.AsString().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(index.Name))
                : wanted.Type == BsonType.Document && wanted.Bytes.SequenceEqual(index.Keys.Span))
            {
                return index;
            }
        }

        throw new StoreException(StoreErrorCode.IndexNotFound, "index not found with name or keys as given");
    }
}
