using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace OwnedData.Server.Overload;

/// <summary>
/// After the token is validated, before an endpoint runs: every request counts for its caller, a GraphQL request also needs one of the
/// server's places. The counting is the framework's; callers that rest for some seconds are forgotten by it.
/// </summary>
internal static class RequestLimits
{
    /// <param name="services">Where to add them; a <see cref="TimeProvider"/> is there.</param>
    /// <param name="settings">The numbers.</param>
    /// <param name="timeout">The longest a request may wait for a place.</param>
    public static void AddRequestLimits(this IServiceCollection services, OverloadSettings settings, TimeSpan timeout)
    {
        services.AddSingleton(settings);
        services.AddSingleton<RefusedTokenLimit>();
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<TimeProvider>((options, timeProvider) =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(CreateRate(settings), CreateConcurrency(settings));
            options.AddPolicy(ServerPlaces.PolicyName, new ServerPlaces(settings, timeout, timeProvider));
            options.OnRejected = static (rejected, _) => new ValueTask(OverloadResponse.WriteTooManyRequestsAsync(rejected.HttpContext, rejected.Lease));
        });
    }

    private static PartitionedRateLimiter<HttpContext> CreateRate(OverloadSettings settings)
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.RequestBurst,
            TokensPerPeriod = settings.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };
        return PartitionedRateLimiter.Create<HttpContext, Caller>(http => RateLimitPartition.GetTokenBucketLimiter(Caller.Of(http), _ => bucket));
    }

    private static PartitionedRateLimiter<HttpContext> CreateConcurrency(OverloadSettings settings)
    {
        var places = new ConcurrencyLimiterOptions { PermitLimit = settings.ConcurrentRequestsPerCaller };
        return PartitionedRateLimiter.Create<HttpContext, Caller>(http => RateLimitPartition.GetConcurrencyLimiter(Caller.Of(http), _ => places));
    }
}
