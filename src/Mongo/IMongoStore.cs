using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo;

/// <summary>
/// The seam to MongoDB: takes typed commands, gives raw BSON. On a request's way only the query filter holds one.
/// Every failure of the store is a <see cref="StoreException"/>.
/// </summary>
public interface IMongoStore
{
    /// <summary>Runs a find, aggregate, listIndexes or listCollections. The consumer disposes each batch.</summary>
    IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken);

    /// <summary>Runs a command and gives back its reply (`n`, `value`, …). A command error or a write error is thrown.</summary>
    ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken);
}
