using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace OwnedData.Server.Tests.Explorer;

public sealed class ExplorerEndpointTests(ExplorerServer server) : IClassFixture<ExplorerServer>
{
    [Theory]
    [InlineData("", "text/html; charset=utf-8", "no-store", "<!doctype html>the explorer")]
    [InlineData("index.html", "text/html; charset=utf-8", "no-store", "<!doctype html>the explorer")]
    [InlineData("LICENSE", "text/plain; charset=utf-8", "no-store", "the licence")]
    [InlineData("static/js/main.1234.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", "start()")]
    public async Task Its_files_are_served_with_their_type_and_kept_where_their_name_tells_their_content(string name, string type, string caching, string text)
    {
        using var response = await server.Client.GetAsync(new Uri("/graphql/ui/" + name, UriKind.Relative));

        Assert.Equal(
            (200, type, caching, text),
            ((int)response.StatusCode, Header(response, "Content-Type"), Header(response, "Cache-Control"), await response.Content.ReadAsStringAsync()));
        Assert.Equal(
            "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("service-worker.js")]
    [InlineData("static/js")]
    [InlineData("STATIC/js/main.1234.js")]
    [InlineData("../development-issuer.pem")]
    [InlineData("%2e%2e/development-issuer.pem")]
    [InlineData("..%2fdevelopment-issuer.pem")]
    [InlineData("static/..%5c..%5cdevelopment-issuer.pem")]
    [InlineData("%00")]
    public async Task Nothing_else_is_served(string name)
    {
        using var response = await server.Client.GetAsync(new Uri("/graphql/ui/" + name, UriKind.Relative));

        Assert.True((int)response.StatusCode is 404 or 400, $"{(int)response.StatusCode}");
    }

    [Fact]
    public async Task Without_the_final_slash_it_is_sent_there()
    {
        using var response = await server.Client.GetAsync(new Uri("/graphql/ui", UriKind.Relative));

        Assert.Equal((302, "/graphql/ui/"), ((int)response.StatusCode, Header(response, "Location")));
    }

    [Fact]
    public async Task A_person_chooses_among_the_sample_users()
    {
        using var response = await SendAsync("/graphql", cookie: "owneddata-explorer=bob");

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(["alice", "bob", "carol", "dora", "erin", ""], page.Split("name=\"subject\" value=\"").Skip(1).Select(rest => rest.Split('"')[0]));
        Assert.Contains("Go on as bob", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_empties_the_store_of_the_explorer_and_gives_it_a_token_of_that_person()
    {
        using var signIn = await SignInAsync("subject=alice", server.Origin);
        var cookie = Header(signIn, "Set-Cookie")!;
        using var response = await SendAsync("/graphql/ui/bcp-config.json", cookie.Split(';')[0]);
        var settings = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var token = new JsonWebToken(((string)settings["httpHeaders"]!["Authorization"]!)["Bearer ".Length..]);

        Assert.Equal("owneddata-explorer=alice; path=/graphql; samesite=strict; httponly", cookie);
        Assert.Equal((303, "/graphql/ui/", "\"storage\""), ((int)signIn.StatusCode, Header(signIn, "Location"), Header(signIn, "Clear-Site-Data")));
        Assert.Equal(("alice", "acme", TimeSpan.FromHours(12)), (token.Subject, token.GetClaim("org_id").Value, token.ValidTo - token.IssuedAt));
        Assert.Equal("no-store", Header(response, "Cache-Control"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("owneddata-explorer=mallory", null)]
    [InlineData("owneddata-explorer=", null)]
    [InlineData("owneddata-explorer=alice", "rebound.example")]
    public async Task Without_a_sample_user_and_under_a_foreign_name_the_settings_hold_no_token(string? cookie, string? host)
    {
        using var response = await SendAsync("/graphql/ui/bcp-config.json", cookie, host);

        Assert.Equal(
            """{"title":"OwnedData","endpoint":"/graphql","sdlEndpoint":"/graphql?sdl","includeCookies":false,"useGet":false,"disableTelemetry":true,"graphQLDocument":"query Me {\n  viewer {\n    subject\n  }\n}\n"}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Under_a_foreign_name_there_is_no_choice()
    {
        using var response = await SendAsync("/graphql", host: "rebound.example");

        Assert.Equal((302, "/graphql/ui/"), ((int)response.StatusCode, Header(response, "Location")));
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        using var response = await SignInAsync("subject=", server.Origin);

        Assert.Equal(
            (303, "owneddata-explorer=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/graphql; samesite=strict; httponly"),
            ((int)response.StatusCode, Header(response, "Set-Cookie")));
    }

    [Theory]
    [InlineData("subject=alice", "https://evil.example", 403)]
    [InlineData("subject=alice", "null", 403)]
    [InlineData("subject=alice", null, 403)]
    [InlineData("subject=mallory", "own", 400)]
    [InlineData("", "own", 400)]
    [InlineData("large", "own", 400)]
    public async Task Another_page_and_a_wrong_form_sign_nobody_in(string form, string? origin, int status)
    {
        using var response = await SignInAsync(form == "large" ? "subject=" + new string('a', 20_000) : form, origin == "own" ? server.Origin : origin);

        Assert.Equal((status, null, null), ((int)response.StatusCode, Header(response, "Set-Cookie"), Header(response, "Clear-Site-Data")));
    }

    private async Task<HttpResponseMessage> SignInAsync(string form, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/ui/sign-in");
        request.Content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return await server.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string? cookie = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await server.Client.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
