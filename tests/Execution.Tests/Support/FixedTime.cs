namespace OwnedData.Execution.Tests.Support;

/// <summary>A clock that stands still, so that responses are the same in every run.</summary>
internal sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
}
