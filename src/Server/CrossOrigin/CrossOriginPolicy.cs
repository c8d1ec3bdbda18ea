using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;
using OwnedData.Server.Observability;

namespace OwnedData.Server.CrossOrigin;

/// <summary>
/// What a browser is told of a request from a page of another origin: allowed origins may send any header and read the answer, without
/// cookies, which the API has none of. A refused origin stands in the log, at most once a minute, with what to configure.
/// </summary>
internal sealed class CrossOriginPolicy(CrossOrigins origins, TimeProvider timeProvider, ILogger<CrossOriginPolicy> logger) : ICorsPolicyProvider
{
    private const int MaxOriginLength = 200;

    private static readonly TimeSpan s_preflightMaxAge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_logInterval = TimeSpan.FromMinutes(1);

    private readonly CorsPolicy _policy = new CorsPolicyBuilder()
        .SetIsOriginAllowed(origins.Allows)
        .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
        .AllowAnyHeader()
        .WithExposedHeaders(HeaderNames.WWWAuthenticate, HeaderNames.RetryAfter)
        .SetPreflightMaxAge(s_preflightMaxAge)
        .Build();

    private long _nextLog = long.MinValue;

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (!origins.Allows(origin) && !IsOwn(origin, context.Request))
        {
            LogRefusal(origin);
        }

        return Task.FromResult<CorsPolicy?>(_policy);
    }

    // Browsers send Origin with a POST of the server's own pages too; CORS does not ask about them.
    private static bool IsOwn(string origin, HttpRequest request) => origin == $"{request.Scheme}://{request.Host}";

    private void LogRefusal(string origin)
    {
        var now = timeProvider.GetUtcNow().UtcTicks;
        var next = Interlocked.Read(ref _nextLog);
        if (now >= next && Interlocked.CompareExchange(ref _nextLog, now + s_logInterval.Ticks, next) == next)
        {
            Log.OriginRefused(logger, origin.Length > MaxOriginLength ? origin[..MaxOriginLength] : origin);
        }
    }
}
