using System.Net;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Overload;

/// <summary>How much the server takes on at once, from all and from one caller: a token's subject or, without a token, an address.</summary>
/// <param name="Connections">Open at once.</param>
/// <param name="ConcurrentRequests">GraphQL requests running at once.</param>
/// <param name="QueuedRequests">GraphQL requests waiting for one of those to end.</param>
/// <param name="ConcurrentRequestsPerCaller">Running or waiting at once for one caller.</param>
/// <param name="RequestsPerSecond">Of one caller, in the long run.</param>
/// <param name="RequestBurst">Of one caller, at once after a rest.</param>
/// <param name="RefusedTokensPerSecond">From one address.</param>
/// <param name="KnownProxies">Whose X-Forwarded-For is believed; empty for nobody's.</param>
internal sealed record OverloadSettings(
    int Connections,
    int ConcurrentRequests,
    int QueuedRequests,
    int ConcurrentRequestsPerCaller,
    int RequestsPerSecond,
    int RequestBurst,
    int RefusedTokensPerSecond,
    IReadOnlyList<IPNetwork> KnownProxies)
{
    /// <summary>Throws <see cref="StartupException"/> for a value that can't be.</summary>
    public static OverloadSettings Read(IConfiguration configuration) => new(
        ReadCount(configuration, ConfigurationKeys.Connections),
        ReadCount(configuration, ConfigurationKeys.ConcurrentRequests),
        ReadCount(configuration, ConfigurationKeys.QueuedRequests),
        ReadCount(configuration, ConfigurationKeys.ConcurrentRequestsPerCaller),
        ReadCount(configuration, ConfigurationKeys.RequestsPerSecond),
        ReadCount(configuration, ConfigurationKeys.RequestBurst),
        ReadCount(configuration, ConfigurationKeys.RefusedTokensPerSecond),
        ReadNetworks(configuration));

    private static int ReadCount(IConfiguration configuration, ConfigurationKey key)
    {
        var count = ServerSettings.Parse<int>(configuration, key, int.TryParse);
        return count > 0 ? count : throw ServerSettings.Wrong(configuration, key);
    }

    private static IReadOnlyList<IPNetwork> ReadNetworks(IConfiguration configuration)
    {
        var key = ConfigurationKeys.KnownProxies;
        return
        [
            .. ServerSettings.Text(configuration, key).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(text => ReadNetwork(text) ?? throw ServerSettings.Wrong(configuration, key)),
        ];
    }

    private static IPNetwork? ReadNetwork(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}
