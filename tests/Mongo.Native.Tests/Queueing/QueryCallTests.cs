using OwnedData.Bson;
using OwnedData.Mongo.Native.Queueing;

namespace OwnedData.Mongo.Native.Tests.Queueing;

public sealed class QueryCallTests
{
    [Fact]
    public async Task Batches_arrive_in_order_and_one_is_read_ahead_at_most()
    {
        var made = 0;
        var ahead = 0;
        using var queue = new CommandQueue(maximumThreads: 1, maximumWaiting: 10);
        using var call = new QueryCall(() => Numbers(100));
        queue.TryAdd(call);

        var seen = new List<int>();
        await foreach (var batch in call.ReadAsync(CancellationToken.None))
        {
            // Being made, handed over, and this one.
            ahead = Math.Max(ahead, Volatile.Read(ref made) - seen.Count);
            seen.Add(batch.Length / BsonDocument.Empty.Span.Length);
            batch.Dispose();
        }

        Assert.Equal(Enumerable.Range(1, 100), seen);
        Assert.InRange(ahead, 1, 3);

        IEnumerable<DocumentBatch> Numbers(int count)
        {
            for (var number = 1; number <= count; number++)
            {
                Volatile.Write(ref made, number);
                yield return Batch(number);
            }
        }
    }

    [Fact]
    public async Task A_caller_that_leaves_ends_the_reading()
    {
        var ended = new TaskCompletionSource();
        using var queue = new CommandQueue(maximumThreads: 1, maximumWaiting: 10);
        var call = new QueryCall(Endless);
        queue.TryAdd(call);
        await foreach (var batch in call.ReadAsync(CancellationToken.None))
        {
            batch.Dispose();
            break;
        }

        call.Dispose();

        await ended.Task;

        IEnumerable<DocumentBatch> Endless()
        {
            try
            {
                while (true)
                {
                    yield return Batch(1);
                }
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    [Fact]
    public async Task An_error_comes_after_the_batches_before_it()
    {
        using var queue = new CommandQueue(maximumThreads: 1, maximumWaiting: 10);
        using var call = new QueryCall(() => Enumerable.Range(0, 3).Select(number =>
            number < 2 ? Batch(1) : throw new StoreException(StoreErrorCode.HostUnreachable, "gone")));
        queue.TryAdd(call);

        var seen = 0;
        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await foreach (var batch in call.ReadAsync(CancellationToken.None))
            {
                batch.Dispose();
                seen++;
            }
        });

        Assert.Equal((2, StoreErrorCode.HostUnreachable), (seen, error.Code));
    }

    private static DocumentBatch Batch(int documents)
    {
        var batch = new DocumentBatch(16);
        for (var index = 0; index < documents; index++)
        {
            batch.Add(BsonDocument.Empty.Span);
        }

        return batch;
    }
}
