using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>A command that reads and answers with one reply.</summary>
internal interface IReadHandler
{
    BsonDocument Run(BsonDocument command, Session session, OperationContext context);
}
