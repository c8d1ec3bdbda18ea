using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Benchmarks.Scale;

/// <summary>Before a store: counts the commands that reach it, and has it explain those that look for documents.</summary>
internal sealed class ExaminingStore(IMongoStore store) : IMongoStore
{
    public int Commands { get; private set; }

    public long KeysExamined { get; private set; }

    public long DocumentsExamined { get; private set; }

    public void Reset() => (Commands, KeysExamined, DocumentsExamined) = (0, 0, 0);

    public async IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ExamineAsync(command, cancellationToken);
        await foreach (var batch in store.QueryAsync(command, cancellationToken))
        {
            yield return batch;
        }
    }

    public async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        if (command is FindAndModifyCommand)
        {
            await ExamineAsync(command, cancellationToken);
        }
        else
        {
            Commands++;
        }

        return await store.ExecuteAsync(command, cancellationToken);
    }

    private async Task ExamineAsync(MongoCommand command, CancellationToken cancellationToken)
    {
        Commands++;
        var statistics = ExplainStatistics.Read(await store.ExecuteAsync(new ExplainCommand(command), cancellationToken));
        KeysExamined += statistics.KeysExamined;
        DocumentsExamined += statistics.DocumentsExamined;
    }
}
