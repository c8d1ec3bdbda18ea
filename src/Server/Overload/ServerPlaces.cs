using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace OwnedData.Server.Overload;

/// <summary>The GraphQL requests that run at once, whosever they are, and the bounded queue before them; past it a request is sent away with 503.</summary>
internal sealed class ServerPlaces(OverloadSettings settings) : IRateLimiterPolicy<int>
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

    public RateLimitPartition<int> GetPartition(HttpContext httpContext) => RateLimitPartition.GetConcurrencyLimiter(0, _ => _places);
}
