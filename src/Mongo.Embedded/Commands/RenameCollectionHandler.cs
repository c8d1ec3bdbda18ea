using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`renameCollection`, whose names carry the database's before a dot: the same one for both.</summary>
internal sealed class RenameCollectionHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var from);
        var to = "";
        var dropTarget = false;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "to":
                    to = reader.String();
                    break;
                case "dropTarget":
                    dropTarget = reader.Boolean();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        Rename(session, Split(from), Split(to), dropTarget);
        return Reply.Ok();
    }

    private static void Rename(WriteSession session, (string Database, string Collection) from, (string Database, string Collection) to, bool dropTarget)
    {
        var collection = session.Catalogue.Find(from.Collection);
        if (from.Database != Wire.ClientCommand.OwnDatabase || collection is null)
        {
            throw new StoreException(StoreErrorCode.NamespaceNotFound, $"Source collection {from.Database}.{from.Collection} does not exist");
        }

        if (to.Database != from.Database || to.Collection == from.Collection)
        {
            throw new StoreException(StoreErrorCode.IllegalOperation, "A collection is renamed to another name in the same database");
        }

        if (session.Catalogue.Find(to.Collection) is { } target)
        {
            if (!dropTarget)
            {
                throw new StoreException(StoreErrorCode.NamespaceExists, "target namespace exists");
            }

            session.Drop(target);
        }

        CatalogueTables.RenameCollection(session.Connection, collection, to.Collection);
        session.Change(session.Catalogue.Without(collection).With(collection with { Name = to.Collection }));
    }

    private static (string Database, string Collection) Split(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < name.Length - 1
            ? (name[..dot], name[(dot + 1)..])
            : throw new StoreException(StoreErrorCode.InvalidNamespace, $"Invalid namespace specified '{name}'");
}
