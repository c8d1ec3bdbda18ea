namespace OwnedData.Server.Tests.Overload;

/// <summary>Timers that go off when they are told to, and a way to know that one is running.</summary>
internal sealed class ManualTimers : TimeProvider
{
    private readonly TaskCompletionSource<(TimeSpan DueTime, Action GoOff)> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first timer, once there is one.</summary>
    public Task<(TimeSpan DueTime, Action GoOff)> First => _first.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _first.TrySetResult((dueTime, () => callback(state)));
        return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
