namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>The requests with a text, which wait in the proxy until all of them are released.</summary>
internal sealed class HeldRequests(byte[] text, int count)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _held;

    /// <summary>Ends when as many are held as were asked for.</summary>
    public Task Reached => _reached.Task;

    public async Task WaitAsync(byte[] request, CancellationToken stopped)
    {
        if (request.AsSpan().IndexOf(text) < 0)
        {
            return;
        }

        if (Interlocked.Increment(ref _held) == count)
        {
            _reached.TrySetResult();
        }

        await _released.Task.WaitAsync(stopped);
    }

    public void Release() => _released.TrySetResult();
}
