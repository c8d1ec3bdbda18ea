using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>A command that writes. The caller commits when it returns, even with write errors in its reply, and undoes everything when it throws.</summary>
internal interface IWriteHandler
{
    BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context);
}
