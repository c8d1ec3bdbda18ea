using System.Threading.RateLimiting;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Overload;

/// <summary>Places with a queue before them in which nobody waits longer than the timeout: whose time runs out there is refused, like one that found the queue full.</summary>
internal sealed class QueueLimiter(ConcurrencyLimiterOptions places, TimeSpan timeout, TimeProvider timeProvider) : RateLimiter
{
    private readonly ConcurrencyLimiter _places = new(places);

    public override TimeSpan? IdleDuration => _places.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _places.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => _places.AttemptAcquire(permitCount);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        using var clock = new RequestClock(timeout, timeProvider, cancellationToken);
        try
        {
            return await _places.AcquireAsync(permitCount, clock.Token);
        }
        catch (OperationCanceledException) when (clock.HasRunOut)
        {
            return RefusedLease.Instance;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _places.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await _places.DisposeAsync();
        await base.DisposeAsyncCore();
    }

    private sealed class RefusedLease : RateLimitLease
    {
        public static readonly RefusedLease Instance = new();

        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
