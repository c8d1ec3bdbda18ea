using OwnedData.Bson;
using OwnedData.Mongo.Native.Queueing;

namespace OwnedData.Mongo.Native.Tests.Queueing;

public sealed class CommandQueueTests : IDisposable
{
    private readonly ManualResetEventSlim _open = new();

    [Fact]
    public async Task A_call_too_many_is_refused_at_once_and_a_removed_one_makes_room()
    {
        using var queue = new CommandQueue(maximumThreads: 2, maximumWaiting: 3);
        var calls = Enumerable.Range(0, 5).Select(_ => Blocked()).ToList();
        Assert.All(calls, call => Assert.True(queue.TryAdd(call)));

        Assert.False(queue.TryAdd(Blocked()));

        queue.Remove(calls[4]);
        var late = Blocked();
        Assert.True(queue.TryAdd(late));
        _open.Set();
        await Task.WhenAll([.. calls[..4].Select(call => call.Reply), late.Reply]);
        Assert.False(calls[4].Reply.IsCompleted);
    }

    [Fact]
    public async Task No_more_calls_run_at_once_than_there_are_threads()
    {
        var running = 0;
        var most = 0;
        using var queue = new CommandQueue(maximumThreads: 3, maximumWaiting: 100);
        var calls = Enumerable.Range(0, 100).Select(_ => new ReplyCall(() =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.Yield();
            Interlocked.Decrement(ref running);
            return BsonDocument.Empty;
        })).ToList();

        Assert.All(calls, call => Assert.True(queue.TryAdd(call)));
        await Task.WhenAll(calls.Select(call => call.Reply));

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Calls_run_on_threads_of_the_queue_in_their_order()
    {
        var order = new List<int>();
        var pooled = false;
        using var queue = new CommandQueue(maximumThreads: 1, maximumWaiting: 100);
        var calls = Enumerable.Range(0, 20).Select(number => new ReplyCall(() =>
        {
            pooled |= Thread.CurrentThread.IsThreadPoolThread;
            order.Add(number);
            return BsonDocument.Empty;
        })).ToList();

        Assert.All(calls, call => Assert.True(queue.TryAdd(call)));
        await Task.WhenAll(calls.Select(call => call.Reply));

        Assert.Equal(Enumerable.Range(0, 20), order);
        Assert.False(pooled);
    }

    [Fact]
    public async Task A_call_that_throws_tells_its_caller_and_the_thread_goes_on()
    {
        using var queue = new CommandQueue(maximumThreads: 1, maximumWaiting: 10);
        var failing = new ReplyCall(() => throw new StoreException(StoreErrorCode.HostUnreachable, "gone"));
        var next = new ReplyCall(() => BsonDocument.Empty);

        queue.TryAdd(failing);
        queue.TryAdd(next);

        Assert.Equal(StoreErrorCode.HostUnreachable, (await Assert.ThrowsAsync<StoreException>(() => failing.Reply)).Code);
        Assert.Equal(BsonDocument.Empty, await next.Reply);
    }

    [Fact]
    public async Task Closing_refuses_what_waits_and_finishes_what_runs()
    {
        var queue = new CommandQueue(maximumThreads: 1, maximumWaiting: 10);
        using var started = new ManualResetEventSlim();
        var running = new ReplyCall(() =>
        {
            started.Set();
            _open.Wait();
            return BsonDocument.Empty;
        });
        var waiting = Blocked();
        queue.TryAdd(running);
        started.Wait();
        queue.TryAdd(waiting);

        queue.Dispose();
        _open.Set();

        Assert.Equal(StoreErrorCode.ShutdownInProgress, (await Assert.ThrowsAsync<StoreException>(() => waiting.Reply)).Code);
        Assert.Equal(BsonDocument.Empty, await running.Reply);
        Assert.Throws<ObjectDisposedException>(() => queue.TryAdd(Blocked()));
    }

    public void Dispose()
    {
        _open.Set();
        _open.Dispose();
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, known);
        }
    }

    private ReplyCall Blocked() => new(() =>
    {
        _open.Wait();
        return BsonDocument.Empty;
    });
}
