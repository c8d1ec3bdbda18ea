using System.Collections.Concurrent;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Support;

/// <summary>Passes every command on to a store and remembers it: what left for MongoDB.</summary>
internal sealed class RecordingStore(IMongoStore store) : IMongoStore
{
    private readonly ConcurrentQueue<BsonDocument> _commands = new();

    public IReadOnlyList<BsonDocument> Commands => [.. _commands];

    public void Clear() => _commands.Clear();

    public IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken)
    {
        _commands.Enqueue(command.ToDocument());
        return store.QueryAsync(command, cancellationToken);
    }

    public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        _commands.Enqueue(command.ToDocument());
        return store.ExecuteAsync(command, cancellationToken);
    }
}
