using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace OwnedData.Server.Overload;

/// <summary>The GraphQL requests that run at once, whosever they are, and the queue before them, bounded in length and in time; past it a request is sent away with 503.</summary>
internal sealed class ServerPlaces(OverloadSettings settings, TimeSpan timeout, TimeProvider timeProvider) : IRateLimiterPolicy<int>
{
    public const string PolicyName = "server-places";

    private readonly ConcurrencyLimiterOptions _places = new()
    {
        PermitLimit = settings.ConcurrentRequests,
        QueueLimit = settings.QueuedRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } =
        static (rejected, _) => new ValueTask(OverloadResponse.WriteServerBusyAsync(rejected.HttpContext));

    public RateLimitPartition<int> GetPartition(HttpContext httpContext) => RateLimitPartition.Get(0, CreateLimiter);

    private QueueLimiter CreateLimiter(int key) => new(_places, timeout, timeProvider);
}
