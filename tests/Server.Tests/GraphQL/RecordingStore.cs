using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>A store that has nothing, and remembers what it was sent.</summary>
internal sealed class RecordingStore : IMongoStore
{
    private readonly ConcurrentQueue<BsonDocument> _commands = new();

    public IReadOnlyCollection<BsonDocument> Commands => _commands;

    public async IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _commands.Enqueue(command.ToDocument());
        await Task.CompletedTask;
        yield break;
    }

    public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        _commands.Enqueue(command.ToDocument());
        return ValueTask.FromResult(BsonDocument.Parse("""{"ok":1}"""));
    }
}
