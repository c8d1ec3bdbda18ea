namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>A clock that goes when it is told to, with its timers, and a way to know that one of them runs.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = []; // under _lock
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Started)> _awaited = []; // under _lock
    private TimeSpan _now; // under _lock

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero) + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when the next timer with this due time starts.</summary>
    internal Task TimerStarts(TimeSpan dueTime)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((dueTime, started));
        }

        return started.Task.WaitAsync(s_patience);
    }

    /// <summary>Lets time pass; the timers that are due by then have gone off, in their order, when this returns.</summary>
    internal void Advance(TimeSpan time)
    {
        TimeSpan end;
        lock (_lock)
        {
            end = _now + time;
        }

        while (TakeNext(end) is { } goOff)
        {
            goOff();
        }
    }

    private Action? TakeNext(TimeSpan end)
    {
        lock (_lock)
        {
            if (_timers.MinBy(timer => timer.Due) is not { } next || next.Due > end)
            {
                _now = end;
                return null;
            }

            _now = next.Due;
            _timers.Remove(next);
            Start(next, next.Period, next.Period);
            return next.GoOff;
        }
    }

    private void Start(Timer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return;
            }

            (timer.Due, timer.Period) = (_now + dueTime, period);
            _timers.Add(timer);
            foreach (var awaited in _awaited.Where(awaited => awaited.DueTime == dueTime).ToList())
            {
                _awaited.Remove(awaited);
                awaited.Started.SetResult();
            }
        }
    }

    private sealed class Timer(ManualTime time, Action goOff) : ITimer
    {
        internal Action GoOff { get; } = goOff;

        internal TimeSpan Due { get; set; }

        internal TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Start(this, dueTime, period);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
