using System.Threading.RateLimiting;
using OwnedData.GraphQL.Errors;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Overload;

/// <summary>What a request that is one too many gets: a GraphQL error, and in Retry-After when to come again.</summary>
internal static class OverloadResponse
{
    public static Task WriteTooManyRequestsAsync(HttpContext http, RateLimitLease refused)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.Zero;
        return WriteAsync(http, wait, new GraphQLError(ErrorCatalog.TooManyRequests, "Too many requests. Send fewer at once, or fewer a second.", []));
    }

    public static Task WriteServerBusyAsync(HttpContext http) =>
        WriteAsync(http, TimeSpan.Zero, new GraphQLError(ErrorCatalog.ServerBusy, "The server has as much to do as it can. Try again soon.", []));

    // RFC 9110 §10.2.3: whole seconds.
    private static Task WriteAsync(HttpContext http, TimeSpan wait, GraphQLError error)
    {
        http.Response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}";
        return ErrorResponse.WriteAsync(http, error);
    }
}
