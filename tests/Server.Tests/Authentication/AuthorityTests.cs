using OwnedData.Server.Development;

namespace OwnedData.Server.Tests.Authentication;

/// <summary>A server with a real authority: outside Development, keys from over the network.</summary>
public sealed class AuthorityTests
{
    private const string Section = "Authentication:Schemes:Bearer:";

    [Fact]
    public async Task An_unreachable_key_server_is_503_and_says_when_to_try_again()
    {
        await using var server = await TestServer.StartAsync(
            "Production", (Section + "Authority", "https://127.0.0.1:1/"), (Section + "ValidAudience", "api"));

        using var response = await server.PostAsync("""{"query":"{ __typename }"}""", new TestToken().Sign());

        Assert.Equal(
            """
            503
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Retry-After: 5
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"The keys of the token issuer can't be read right now. Try again soon.","extensions":{"code":"OD0302"}}]}
            """,
            await HttpText.ReadAsync(response));
    }

    [Fact]
    public async Task A_token_of_the_authority_passes_and_the_development_issuer_is_not_there()
    {
        // Another test server's development issuer is the authority.
        await using var authority = await TestServer.StartAsync();
        await using var server = await TestServer.StartAsync(
            "Production",
            (Section + "MetadataAddress", new Uri(authority.Client.BaseAddress!, "/dev/.well-known/openid-configuration").ToString()),
            (Section + "RequireHttpsMetadata", "false"),
            (Section + "ValidIssuer", DevelopmentIssuer.Issuer),
            (Section + "ValidAudience", DevelopmentIssuer.Audience));

        using var good = await server.PostAsync("""{"query":"{ __typename }"}""", authority.CreateToken("alice"));
        using var bad = await server.PostAsync("""{"query":"{ __typename }"}""", new TestToken { Key = TestKeys.Foreign }.Sign());
        using var keys = await server.Client.GetAsync(new Uri("/dev/jwks", UriKind.Relative));

        Assert.Equal((200, 401, 404), ((int)good.StatusCode, (int)bad.StatusCode, (int)keys.StatusCode));
    }
}
