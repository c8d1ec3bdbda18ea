using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Server.Observability;

namespace OwnedData.Server.Authentication;

/// <summary>
/// The issuer's discovery document and signing keys, kept in memory: read again every hour, once more (rate-limited) for a key id that is
/// not known, and served stale while the issuer can't be reached. One fetch at a time; a failed one is not repeated before the cooldown.
/// </summary>
internal sealed class KeyServer(
    string metadataAddress,
    Func<string, bool> isExpectedIssuer,
    IDocumentRetriever retriever,
    TimeProvider timeProvider,
    ILogger<KeyServer> logger) : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(1);
    public static readonly TimeSpan Cooldown = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan StaleGrace = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private OpenIdConnectConfiguration? _configuration;
    private DateTimeOffset _fetchedAt;
    private DateTimeOffset _attemptedAt = DateTimeOffset.MinValue;

    /// <summary>The configuration to judge a token with that key id by; null while the issuer can't be reached and nothing usable is kept.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (IsCurrent(keyId))
        {
            return _configuration;
        }

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (!IsCurrent(keyId) && timeProvider.GetUtcNow() - _attemptedAt >= Cooldown)
            {
                await FetchAsync(cancellationToken);
            }
        }
        finally
        {
            _fetching.Release();
        }

        return timeProvider.GetUtcNow() - _fetchedAt < StaleGrace ? _configuration : null;
    }

    /// <summary>The library's way in. The events have asked <see cref="FindAsync"/> before, so there is a configuration.</summary>
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
        Task.FromResult(_configuration ?? throw new InvalidOperationException("The keys were not fetched."));

    /// <summary>Nothing to do: <see cref="FindAsync"/> has decided already whether to fetch.</summary>
    public void RequestRefresh()
    {
    }

    public void Dispose() => _fetching.Dispose();

    private bool IsCurrent(string? keyId) =>
        _configuration is { } configuration
        && timeProvider.GetUtcNow() - _fetchedAt < RefreshInterval
        && (keyId is null || configuration.SigningKeys.Any(key => key.KeyId == keyId));

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        _attemptedAt = timeProvider.GetUtcNow();
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, retriever, cancellationToken);
            if (!isExpectedIssuer(configuration.Issuer ?? ""))
            {
                Log.DiscoveryNamesAnotherIssuer(logger, metadataAddress);
                return;
            }

            (_configuration, _fetchedAt) = (configuration, timeProvider.GetUtcNow());
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or SecurityTokenException or ArgumentException
            or InvalidOperationException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // IOException is what the library makes of every network failure; the others are documents that are no discovery document or key set.
            Log.KeysUnreachable(logger, metadataAddress, exception.Message);
        }
    }
}
