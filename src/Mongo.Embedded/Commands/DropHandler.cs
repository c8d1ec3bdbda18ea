using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`drop`: a collection with its indexes; nothing to do for one that does not exist.</summary>
internal sealed class DropHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        if (reader.Read())
        {
            throw reader.Unknown();
        }

        if (session.Catalogue.Find(name) is { } collection)
        {
            session.Drop(collection);
        }

        return Reply.Ok();
    }
}
