using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`dropDatabase`: every collection, all at once.</summary>
internal sealed class DropDatabaseHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        foreach (var collection in session.Catalogue.Collections.Values)
        {
            session.Drop(collection);
        }

        return Reply.Ok();
    }
}
