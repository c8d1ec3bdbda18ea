using Microsoft.AspNetCore.RateLimiting;

namespace OwnedData.Server.Overload;

/// <summary>Before the token is looked at: a request on a surplus connection is sent away with 503, unless it is for what no limit holds. Either way its connection closes.</summary>
internal sealed class SurplusGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<SurplusConnection>() is null)
        {
            return next(http);
        }

        http.Response.Headers.Connection = "close";
        return http.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null ? OverloadResponse.WriteServerBusyAsync(http) : next(http);
    }
}
