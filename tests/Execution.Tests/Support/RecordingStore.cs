using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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

    /// <summary>Awaited before each command, once it is recorded: to hold one up, or to fail in its place. Null for neither.</summary>
    public Func<BsonDocument, Task>? Before { get; set; }

    public IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken)
    {
        _commands.Enqueue(command.ToDocument());
        return QueryLaterAsync(command, cancellationToken);
    }

    public async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        _commands.Enqueue(command.ToDocument());
        await (Before?.Invoke(command.ToDocument()) ?? Task.CompletedTask);
        return await store.ExecuteAsync(command, cancellationToken);
    }

    private async IAsyncEnumerable<DocumentBatch> QueryLaterAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await (Before?.Invoke(command.ToDocument()) ?? Task.CompletedTask);
        await foreach (var batch in store.QueryAsync(command, cancellationToken))
        {
            yield return batch;
        }
    }
}
