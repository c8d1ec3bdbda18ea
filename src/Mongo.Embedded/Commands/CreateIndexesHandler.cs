using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`createIndexes`: all or none, over the data that is there; what exists already in the same form is left alone.</summary>
internal sealed class CreateIndexesHandler : IWriteHandler
{
    private const int MaximumIndexes = 64;

    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        List<BsonDocument>? specifications = null;
        while (reader.Read())
        {
            specifications = reader.Name == "indexes" ? reader.Documents() : throw reader.Unknown();
        }

        var wanted = (specifications ?? throw reader.Missing("indexes")).ConvertAll(IndexSpecification.Parse);
        var isNew = session.Catalogue.Find(name) is null;
        var before = session.FindOrCreate(name).Indexes.Length;
        foreach (var index in wanted)
        {
            if (!IndexSpecification.Exists(session.Catalogue.Find(name)!, index))
            {
                Create(session, name, index, context);
            }
        }

        return Reply(isNew, before, session.Catalogue.Find(name)!.Indexes.Length);
    }

    private static void Create(WriteSession session, string name, IndexDefinition index, OperationContext context)
    {
        var collection = session.Catalogue.Find(name)!;
        if (collection.Indexes.Length >= MaximumIndexes)
        {
            throw new StoreException(StoreErrorCode.CannotCreateIndex, $"add index fails, too many indexes for {name}");
        }

        index = CatalogueTables.CreateIndex(session.Connection, collection, index);
        session.Change(session.Catalogue.With(collection with { Indexes = collection.Indexes.Add(index) }));
        new CollectionWriter(session, name).Build(index, context);
    }

    private static BsonDocument Reply(bool isNew, int before, int after)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("numIndexesBefore"u8, before);
        writer.WriteInt32("numIndexesAfter"u8, after);
        writer.WriteBoolean("createdCollectionAutomatically"u8, isNew);
        if (before == after)
        {
            writer.WriteString("note"u8, "all indexes already exist");
        }

        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
