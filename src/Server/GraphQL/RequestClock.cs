namespace OwnedData.Server.GraphQL;

/// <summary>The time that one part of a request's way may take: its token ends with the time, or with the client that goes away.</summary>
internal sealed class RequestClock : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _ending;
    private readonly CancellationToken _aborted;

    public RequestClock(TimeSpan timeout, TimeProvider timeProvider, CancellationToken aborted)
    {
        _aborted = aborted;
        _clock = new CancellationTokenSource(timeout, timeProvider);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, aborted);
    }

    public CancellationToken Token => _ending.Token;

    /// <summary>True when time has run out and there is still a client to tell.</summary>
    public bool HasRunOut => _clock.IsCancellationRequested && !_aborted.IsCancellationRequested;

    public void Dispose()
    {
        _ending.Dispose();
        _clock.Dispose();
    }
}
