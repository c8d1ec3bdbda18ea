using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>A store that answers nothing, and knows when it is asked and when the question is taken back.</summary>
internal sealed class SlowStore : IMongoStore
{
    private readonly TaskCompletionSource _asked = new();
    private readonly TaskCompletionSource _cancelled = new();

    public Task Asked => _asked.Task;

    public Task Cancelled => _cancelled.Task;

    public async IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        yield break;
    }

    public async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        return default!;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }
}
