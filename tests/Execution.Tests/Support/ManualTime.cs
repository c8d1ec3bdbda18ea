namespace OwnedData.Execution.Tests.Support;

/// <summary>A clock that goes when it is told to: its timestamps are milliseconds.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _milliseconds = 1;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => Interlocked.Read(ref _milliseconds);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _milliseconds, (long)time.TotalMilliseconds);
}
