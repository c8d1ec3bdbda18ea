using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OwnedData.Server.Authentication;

namespace OwnedData.Server.Tests.Authentication;

public sealed class KeyServerTests : IDisposable
{
    private readonly TestDocuments _documents = new();
    private readonly ManualTime _time = new();
    private readonly KeyServer _server;

    public KeyServerTests() => _server = new KeyServer(
        "https://issuer.example.com/.well-known/openid-configuration",
        issuer => issuer == "https://issuer.example.com/",
        _documents,
        _time,
        NullLogger<KeyServer>.Instance);

    [Fact]
    public async Task Known_keys_are_read_once_an_hour()
    {
        await FindAsync("first");
        await FindAsync("first");
        Assert.Equal(1, _documents.Fetches);

        _time.Advance(KeyServer.RefreshInterval);
        await FindAsync("first");

        Assert.Equal(2, _documents.Fetches);
    }

    [Fact]
    public async Task An_unknown_key_id_makes_one_more_fetch_and_finds_a_rotated_key()
    {
        await FindAsync("first");
        _documents.KeyIds.Add("second");
        _time.Advance(KeyServer.Cooldown);

        var configuration = await FindAsync("second");

        Assert.Equal(["first", "second"], configuration!.SigningKeys.Select(key => key.KeyId));
        Assert.Equal(2, _documents.Fetches);
    }

    [Fact]
    public async Task A_flood_of_unknown_key_ids_does_not_reach_the_issuer()
    {
        await FindAsync("first");
        for (var number = 0; number < 100; number++)
        {
            await FindAsync($"unknown{number}");
        }

        Assert.Equal(1, _documents.Fetches);
    }

    [Fact]
    public async Task Stale_keys_are_kept_while_the_issuer_is_down_but_not_for_ever()
    {
        await FindAsync("first");
        _documents.IsDown = true;

        _time.Advance(KeyServer.RefreshInterval);
        Assert.NotNull(await FindAsync("first"));

        _time.Advance(KeyServer.StaleGrace);
        Assert.Null(await FindAsync("first"));
    }

    [Fact]
    public async Task An_issuer_that_was_never_reached_gives_nothing_and_is_asked_again_after_the_cooldown()
    {
        _documents.IsDown = true;
        Assert.Null(await FindAsync("first"));
        Assert.Null(await FindAsync("first"));
        Assert.Equal(1, _documents.Fetches);

        _documents.IsDown = false;
        _time.Advance(KeyServer.Cooldown);

        Assert.NotNull(await FindAsync("first"));
    }

    [Fact]
    public async Task A_discovery_document_of_another_issuer_is_not_used()
    {
        _documents.Issuer = "https://evil.example.com/";

        Assert.Null(await FindAsync("first"));
    }

    public void Dispose() => _server.Dispose();

    private ValueTask<OpenIdConnectConfiguration?> FindAsync(string keyId) => _server.FindAsync(keyId, CancellationToken.None);
}
