using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace OwnedData.Server.Tests.Development.SignIn;

/// <summary>The built-in issuer as a front end and an attacker meet it, over HTTP.</summary>
public sealed class SignInTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private const string Callback = "http://localhost:3000/callback";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly Dictionary<string, string?> s_request = new()
    {
        ["client_id"] = "owneddata-development",
        ["redirect_uri"] = Callback,
        ["response_type"] = "code",
        ["scope"] = "openid profile offline_access read:notes no:such",
        ["state"] = "a state & more",
        ["nonce"] = "n-1",
        ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        ["code_challenge_method"] = "S256",
    };

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = fixture.Server.Client.BaseAddress };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_front_end_signs_somebody_in_reads_with_the_token_and_renews_it()
    {
        var back = await ChooseAsync("alice");
        var tokens = await RedeemAsync(back["code"]!);
        var idToken = new JsonWebToken((string)tokens["id_token"]!);
        var renewed = await PostAsync(("grant_type", "refresh_token"), ("client_id", "owneddata-development"), ("refresh_token", (string)tokens["refresh_token"]!));

        using var answer = await fixture.Server.PostAsync("""{"query":"{ viewer { subject } }"}""", (string)renewed.Body["access_token"]!);

        Assert.Equal("""{"data":{"viewer":{"subject":"alice"}}}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(("a state & more", "http://localhost:5080/dev"), (back["state"], back["iss"]));
        Assert.Equal(["access_token", "token_type", "expires_in", "scope", "id_token", "refresh_token"], tokens.AsObject().Select(member => member.Key));
        Assert.Equal(("Bearer", 3600, "openid profile offline_access read:notes"), ((string)tokens["token_type"]!, (int)tokens["expires_in"]!, (string)tokens["scope"]!));
        Assert.Equal(
            ("alice", "n-1", "owneddata-development", "http://localhost:5080/dev", "alice"),
            (idToken.Subject, idToken.GetClaim("nonce").Value, idToken.Audiences.Single(), idToken.Issuer, idToken.GetClaim("name").Value));
    }

    [Fact]
    public async Task An_ID_token_opens_nothing()
    {
        var tokens = await RedeemAsync((await ChooseAsync("alice"))["code"]!);

        using var answer = await fixture.Server.PostAsync("""{"query":"{ viewer { subject } }"}""", (string)tokens["id_token"]!);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_page_lists_the_sample_users_with_what_each_may_do()
    {
        using var response = await _client.GetAsync(Address(s_request));

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(OwnedData.Server.Development.SampleUser.All.Select(user => user.Subject), page.Split("name=\"subject\" value=\"").Skip(1).Select(rest => rest.Split('"')[0]));
        Assert.All(OwnedData.Server.Development.SampleUser.All, user => Assert.Contains(WebUtility.HtmlEncode(user.Shows), page, StringComparison.Ordinal));
        Assert.EndsWith("form-action 'self' http://localhost:3000", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_asks_is_text_on_the_page()
    {
        using var response = await _client.GetAsync(Address(With("state", "\"><script>alert(1)</script>")));

        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("client_id", "another")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "https://evil.example/")]
    [InlineData("redirect_uri", "http://localhost@evil.example/")]
    [InlineData("redirect_uri", "//localhost/")]
    [InlineData("redirect_uri", null)]
    public async Task An_unknown_client_and_a_foreign_address_are_told_on_a_page_and_nobody_is_redirected(string name, string? value)
    {
        using var shown = await _client.GetAsync(Address(With(name, value)));
        using var chosen = await SendChoiceAsync(Address(With(name, value)), "alice", fixture.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal((400, 400, null, null), ((int)shown.StatusCode, (int)chosen.StatusCode, shown.Headers.Location, chosen.Headers.Location));
    }

    [Theory]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("request", "x.y.z", "request_not_supported")]
    [InlineData("request_uri", "https://evil.example/r", "request_uri_not_supported")]
    [InlineData("audience", "another", "invalid_target")]
    [InlineData("prompt", "none", "login_required")]
    public async Task What_is_wrong_with_a_known_clients_request_is_told_at_its_own_address(string name, string? value, string error)
    {
        using var response = await _client.GetAsync(Address(With(name, value)));

        var back = ReadBack(response);
        Assert.Equal((303, error, "a state & more", null), ((int)response.StatusCode, back["error"], back["state"], back.GetValueOrDefault("code")));
    }

    [Fact]
    public async Task A_parameter_that_comes_twice_is_refused()
    {
        using var twice = await _client.GetAsync(Address(s_request) + "&nonce=n-2");
        using var twoAddresses = await _client.GetAsync(Address(s_request) + "&redirect_uri=https://evil.example/");

        Assert.Equal("invalid_request", ReadBack(twice)["error"]);
        Assert.Equal((400, null), ((int)twoAddresses.StatusCode, twoAddresses.Headers.Location));
    }

    [Theory]
    [InlineData("alice", "https://evil.example")]
    [InlineData("alice", null)]
    [InlineData("mallory", "own")]
    [InlineData("", "own")]
    public async Task Another_page_chooses_nobody_and_nobody_else_can_be_chosen(string subject, string? origin)
    {
        using var response = await SendChoiceAsync(Address(s_request), subject, origin == "own" ? fixture.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);

        Assert.Equal((400, null), ((int)response.StatusCode, response.Headers.Location));
    }

    [Theory]
    [InlineData("grant_type", null, 400, "invalid_request")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("client_id", "another", 401, "invalid_client")]
    [InlineData("client_id", null, 401, "invalid_client")]
    [InlineData("code", null, 400, "invalid_request")]
    [InlineData("code", "unknown", 400, "invalid_grant")]
    [InlineData("code_verifier", null, 400, "invalid_request")]
    [InlineData("code_verifier", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 400, "invalid_grant")]
    [InlineData("redirect_uri", "http://localhost:3000/other", 400, "invalid_grant")]
    public async Task A_code_is_redeemed_by_its_client_with_its_verifier_alone(string name, string? value, int status, string error)
    {
        var form = RedemptionOf((await ChooseAsync("alice"))["code"]!).Where(field => field.Name != name).ToList();
        if (value is not null)
        {
            form.Add((name, value));
        }

        var (actual, body) = await PostAsync([.. form]);

        Assert.Equal((status, error), (actual, (string)body["error"]!));
    }

    [Fact]
    public async Task A_replayed_code_ends_the_sign_in()
    {
        var code = (await ChooseAsync("alice"))["code"]!;
        var tokens = await RedeemAsync(code);

        var replayed = await PostAsync(RedemptionOf(code));
        var renewed = await PostAsync(("grant_type", "refresh_token"), ("client_id", "owneddata-development"), ("refresh_token", (string)tokens["refresh_token"]!));

        Assert.Equal((400, "invalid_grant"), (replayed.Status, (string)replayed.Body["error"]!));
        Assert.Equal((400, "invalid_grant"), (renewed.Status, (string)renewed.Body["error"]!));
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_and_goes_on_to_the_clients_address()
    {
        var tokens = await RedeemAsync((await ChooseAsync("alice"))["code"]!);

        using var response = await _client.GetAsync(new Uri(QueryHelpers.AddQueryString("/dev/logout", new Dictionary<string, string?>
        {
            ["id_token_hint"] = (string)tokens["id_token"]!,
            ["post_logout_redirect_uri"] = "http://localhost:3000/",
            ["state"] = "s",
        }), UriKind.Relative));
        var renewed = await PostAsync(("grant_type", "refresh_token"), ("client_id", "owneddata-development"), ("refresh_token", (string)tokens["refresh_token"]!));

        Assert.Equal((303, "http://localhost:3000/?state=s"), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal((400, "invalid_grant"), (renewed.Status, (string)renewed.Body["error"]!));
    }

    [Theory]
    [InlineData("/dev/logout", 200)]
    [InlineData("/dev/logout?id_token_hint=x.y.z", 200)]
    [InlineData("/dev/logout?post_logout_redirect_uri=http://localhost:3000/", 400)]
    [InlineData("/dev/logout?post_logout_redirect_uri=http://localhost:3000/&id_token_hint=x.y.z", 400)]
    [InlineData("/dev/logout?post_logout_redirect_uri=https://evil.example/&client_id=owneddata-development", 400)]
    [InlineData("/dev/logout?post_logout_redirect_uri=http://localhost:3000/&client_id=owneddata-development", 303)]
    public async Task Signing_out_redirects_only_a_known_client_and_to_its_own_address(string address, int status)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal((status, status == 303), ((int)response.StatusCode, response.Headers.Location is not null));
    }

    [Fact]
    public async Task With_an_authority_there_is_no_sign_in_here()
    {
        await using var server = await TestServer.StartAsync(
            ("Authentication:Schemes:Bearer:Authority", "https://127.0.0.1:1/"), ("Authentication:Schemes:Bearer:ValidAudience", "api"));

        using var response = await server.Client.GetAsync(new Uri("/dev/authorize", UriKind.Relative));

        Assert.Equal(404, (int)response.StatusCode);
    }

    private static Dictionary<string, string?> With(string name, string? value) => new(s_request) { [name] = value };

    private static string Address(Dictionary<string, string?> request) => QueryHelpers.AddQueryString("/dev/authorize", request);

    private static Dictionary<string, string> ReadBack(HttpResponseMessage response)
    {
        Assert.StartsWith(Callback + "?", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(response.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.Single()!);
    }

    private async Task<Dictionary<string, string>> ChooseAsync(string subject)
    {
        using var response = await SendChoiceAsync(Address(s_request), subject, fixture.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return ReadBack(response);
    }

    private async Task<HttpResponseMessage> SendChoiceAsync(string address, string subject, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("subject", subject)]) };
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return await _client.SendAsync(request);
    }

    private static (string Name, string Value)[] RedemptionOf(string code) =>
        [("grant_type", "authorization_code"), ("client_id", "owneddata-development"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier)];

    private async Task<JsonNode> RedeemAsync(string code)
    {
        var (status, body) = await PostAsync(RedemptionOf(code));
        Assert.Equal(200, status);
        return body;
    }

    private async Task<(int Status, JsonNode Body)> PostAsync(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var response = await _client.PostAsync(new Uri("/dev/token", UriKind.Relative), content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
