using System.Threading.RateLimiting;

namespace OwnedData.Server.Overload;

/// <summary>
/// Counts refused tokens for the address they came from. It is asked after a token was found bad, never before: a caller with a good
/// token is not shut out by what others behind the same address send.
/// </summary>
internal sealed class RefusedTokenLimit : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public RefusedTokenLimit(OverloadSettings settings)
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.RefusedTokensPerSecond,
            TokensPerPeriod = settings.RefusedTokensPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };
        _limiter = PartitionedRateLimiter.Create<HttpContext, Caller>(
            http => RateLimitPartition.GetTokenBucketLimiter(Caller.OfAddress(http.Connection.RemoteIpAddress), _ => bucket));
    }

    /// <summary>A lease that isn't acquired when the address has sent too many.</summary>
    public RateLimitLease Count(HttpContext http) => _limiter.AttemptAcquire(http);

    public void Dispose() => _limiter.Dispose();
}
