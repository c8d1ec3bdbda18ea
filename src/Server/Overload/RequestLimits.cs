using System.Threading.RateLimiting;

namespace OwnedData.Server.Overload;

/// <summary>
/// After the token is validated, before an endpoint runs: every request counts for its caller, a GraphQL request also needs one of the
/// server's places. The counting is the framework's; callers that rest for some seconds are forgotten by it.
/// </summary>
internal static class RequestLimits
{
    public static void AddRequestLimits(this IServiceCollection services, OverloadSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<RefusedTokenLimit>();
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(CreateRate(settings), CreateConcurrency(settings));
            options.AddPolicy(ServerPlaces.PolicyName, new ServerPlaces(settings));
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
