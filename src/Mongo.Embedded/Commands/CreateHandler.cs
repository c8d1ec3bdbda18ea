using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`create`: a collection with its index of `_id`. Options such as `capped` are refused as unknown.</summary>
internal sealed class CreateHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        if (reader.Read())
        {
            throw reader.Unknown();
        }

        if (session.Catalogue.Find(name) is null)
        {
            session.FindOrCreate(name);
        }

        return Reply.Ok();
    }
}
