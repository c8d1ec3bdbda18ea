using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>A store that fails at every command.</summary>
internal sealed class BrokenStore : IMongoStore
{
    public IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken) => throw Failure();

    public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken) => throw Failure();

    private static StoreException Failure() => new(StoreErrorCode.InternalError, "broken");
}
