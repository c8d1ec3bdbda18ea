using Microsoft.AspNetCore.HttpOverrides;

namespace OwnedData.Server.Overload;

/// <summary>Before all that looks at an address: behind known proxies the client's is the last one in X-Forwarded-For that is no known proxy's. Off when none is known.</summary>
internal static class ProxyHeaders
{
    public static void UseProxyHeaders(this IApplicationBuilder app, OverloadSettings settings)
    {
        if (settings.KnownProxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.KnownProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
