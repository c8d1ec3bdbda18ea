using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>A command that finds documents by a plan, so that `explain` can show how.</summary>
internal interface IPlannedHandler
{
    QueryPlan Plan(BsonDocument command, Session session, OperationContext context);
}
