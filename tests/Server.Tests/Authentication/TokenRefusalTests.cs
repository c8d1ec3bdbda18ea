using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OwnedData.Server.Tests.Overload;

namespace OwnedData.Server.Tests.Authentication;

/// <summary>Every way to bring a bad token: each is refused with a challenge, and none is treated as no token.</summary>
public sealed class TokenRefusalTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public static TheoryData<string, string, string> BadTokens() => new()
    {
        { "expired", TestToken.With(token => token.MakeOld(expiry: -6)), "The access token has expired." },
        { "without expiry", TestToken.With(token => token.Payload.Remove("exp")), "The access token has no expiry." },
        { "not valid yet", TestToken.With(token => token.Payload["nbf"] = TestToken.Seconds(240)), "The access token is not valid yet." },
        { "issued in the future", TestToken.With(token => token.Payload["iat"] = TestToken.Seconds(3600)), "The access token was issued in the future." },
        { "issued at a text", TestToken.With(token => token.Payload["iat"] = "now"), "The access token is not valid." },
        { "of another issuer", TestToken.With(token => token.Payload["iss"] = "https://evil.example.com/"), "The access token is from another issuer." },
        { "without issuer", TestToken.With(token => token.Payload.Remove("iss")), "The access token is from another issuer." },
        { "for another audience", TestToken.With(token => token.Payload["aud"] = "other"), "The access token is for another audience." },
        { "for several other audiences", TestToken.With(token => token.Payload["aud"] = new JsonArray("a", "b")), "The access token is for another audience." },
        { "without audience", TestToken.With(token => token.Payload.Remove("aud")), "The access token is for another audience." },
        { "without subject", TestToken.With(token => token.Payload.Remove("sub")), "The access token names no subject." },
        { "with an empty subject", TestToken.With(token => token.Payload["sub"] = ""), "The access token names no subject." },
        { "with a blank subject", TestToken.With(token => token.Payload["sub"] = "  "), "The access token names no subject." },
        { "with a number as subject", TestToken.With(token => token.Payload["sub"] = 7), "The access token names no subject." },
        { "with a list as subject", TestToken.With(token => token.Payload["sub"] = new JsonArray("alice")), "The access token is not valid." },
        { "an ID token by nonce", TestToken.With(token => token.Payload["nonce"] = "n"), "This is an ID token; send the access token." },
        { "an ID token by at_hash", TestToken.With(token => token.Payload["at_hash"] = "h"), "This is an ID token; send the access token." },
        { "an ID token by c_hash", TestToken.With(token => token.Payload["c_hash"] = "h"), "This is an ID token; send the access token." },
        { "of no type", TestToken.With(token => token.Header.Remove("typ")), "The token is of a type that is not an access token." },
        { "of another type", TestToken.With(token => token.Header["typ"] = "dpop+jwt"), "The token is of a type that is not an access token." },
        { "with a critical extension", TestToken.With(token => token.Header["crit"] = new JsonArray("b64")), "The access token asks for a header extension that is not supported." },
        { "unsigned", new TestToken().Unsigned(), "The access token is signed with an algorithm that is not accepted." },
        { "unsigned in capitals", TestToken.With(token => token.Header["alg"] = "NONE"), "The access token is signed with an algorithm that is not accepted." },
        { "with the public key as secret", new TestToken().SignWithPublicKey(), "The access token is signed with an algorithm that is not accepted." },
        { "without algorithm", TestToken.With(token => token.Header.Remove("alg")), "The access token is signed with an algorithm that is not accepted." },
        { "of another algorithm than its signature", TestToken.With(token => token.Header["alg"] = "PS256"), "The signature of the access token is not valid." },
        { "signed with a foreign key", new TestToken { Key = TestKeys.Foreign }.Sign(), "The signature of the access token is not valid." },
        { "signed with a foreign key under a path as its id", new TestToken { Key = TestKeys.Foreign, Header = { ["kid"] = "../../etc/passwd" } }.Sign(), "The signature of the access token is not valid." },
        { "with its own key in the header", new TestToken { Key = TestKeys.Foreign, Header = { ["jwk"] = TestKeys.ForeignJwk() } }.Sign(), "The signature of the access token is not valid." },
        { "with an address of its keys in the header", new TestToken { Key = TestKeys.Foreign, Header = { ["jku"] = "https://evil.example.com/keys" } }.Sign(), "The signature of the access token is not valid." },
        { "without its signature", new TestToken().Sign()[..^342], "The signature of the access token is not valid." },
        { "too large", TestToken.With(token => token.Payload["x"] = new string('x', 16 * 1024)), "The access token is larger than 16 KiB." },
        { "garbage", "garbage", "The access token must be a signed JWT; encrypted and opaque tokens are not accepted." },
        { "encrypted", "a.b.c.d.e", "The access token must be a signed JWT; encrypted and opaque tokens are not accepted." },
        { "dots", "..", "The access token is not a well-formed JWT." },
        { "no JSON", "AAAA.AAAA.AAAA", "The access token is not a well-formed JWT." },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_refused_and_never_anonymous(string name, string token, string description)
    {
        Assert.NotEmpty(name);

        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", token);

        Assert.Equal(
            $$$"""
            401
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            WWW-Authenticate: Bearer realm="owneddata", error="invalid_token", error_description="{{{description}}}"
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"{{{description}}}","extensions":{"code":"OD0300"}}]}
            """,
            await HttpText.ReadAsync(response));
    }

    [Fact]
    public async Task A_token_in_the_URL_is_a_bad_request_beside_a_good_one_too()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}&access_token=x");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + fixture.Server.CreateToken("alice"));

        using var response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal(
            """
            400
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            WWW-Authenticate: Bearer realm="owneddata", error="invalid_request", error_description="Send the access token in the Authorization header, never in the URL."
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"Send the access token in the Authorization header, never in the URL.","extensions":{"code":"OD0301"}}]}
            """,
            await HttpText.ReadAsync(response));
    }

    [Theory]
    [InlineData("Bearer", 400, "Bearer realm=\"owneddata\", error=\"invalid_request\", error_description=\"The Authorization header must be the word Bearer, one space, and the access token.\"")]
    [InlineData("Bearer a b", 400, "Bearer realm=\"owneddata\", error=\"invalid_request\", error_description=\"The Authorization header must be the word Bearer, one space, and the access token.\"")]
    [InlineData("Bearer a, Bearer b", 400, "Bearer realm=\"owneddata\", error=\"invalid_request\", error_description=\"The Authorization header must be the word Bearer, one space, and the access token.\"")]
    [InlineData("Bearer  a", 400, "Bearer realm=\"owneddata\", error=\"invalid_request\", error_description=\"The Authorization header must be the word Bearer, one space, and the access token.\"")]
    [InlineData("Basic YTpi", 401, "Bearer realm=\"owneddata\"")]
    [InlineData("eyJ", 401, "Bearer realm=\"owneddata\"")]
    public async Task Credentials_that_are_no_bearer_token_are_refused(string header, int status, string challenge)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal((status, challenge), ((int)response.StatusCode, string.Join(", ", response.Headers.GetValues("WWW-Authenticate"))));
    }

    [Theory]
    [InlineData("Authorization: Bearer {0}\r\nAuthorization: Bearer {0}", "Send one Authorization header.")]
    [InlineData("Authorization: Bearer {0}\r\nAuthorization: Basic YTpi", "Send one Authorization header.")]
    [InlineData("Authorization: Bearer {0}\r\nauthorization: ", "Send one Authorization header.")]
    [InlineData("Authorization: Bearer {0}, Bearer {0}", "The Authorization header must be the word Bearer, one space, and the access token.")]
    [InlineData("Authorization: Bearer {0},Basic YTpi", "The Authorization header must be the word Bearer, one space, and the access token.")]
    public async Task Two_credentials_are_a_bad_request_though_one_is_good(string headers, string description)
    {
        using var socket = await RawConnection.OpenAsync(fixture.Server);
        var credentials = string.Format(CultureInfo.InvariantCulture, headers, fixture.Server.CreateToken("alice"));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /graphql?query={{viewer{{subject}}}} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nGraphQL-Preflight: 1\r\n{credentials}\r\n\r\n"));

        var response = await RawConnection.ReceiveAllAsync(socket);

        Assert.Equal(
            $$$"""
            HTTP/1.1 400 Bad Request
            Cache-Control: private, no-store
            Connection: close
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            WWW-Authenticate: Bearer realm="owneddata", error="invalid_request", error_description="{{{description}}}"
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"{{{description}}}","extensions":{"code":"OD0301"}}]}
            """,
            HttpText.OfRaw(response));
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("AT+JWT")]
    [InlineData("application/at+jwt")]
    [InlineData("JWT")]
    public async Task A_good_token_of_every_accepted_type_passes(string type)
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", TestToken.With(token => token.Header["typ"] = type));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_token_within_the_clock_skew_passes()
    {
        using var response = await fixture.Server.PostAsync(
            """{"query":"{ __typename }"}""",
            TestToken.With(token => token.MakeOld(expiry: -1)));

        Assert.Equal(200, (int)response.StatusCode);
    }
}
