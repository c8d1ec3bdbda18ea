using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>A command that answers with documents.</summary>
internal interface IQueryHandler
{
    /// <summary>Starts the query on a snapshot; nothing is read before the first move.</summary>
    DocumentSource Open(BsonDocument command, Session session, OperationContext context);
}
