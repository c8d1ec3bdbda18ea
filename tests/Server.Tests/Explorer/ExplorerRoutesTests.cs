using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.Tests.Explorer;

/// <summary>Who is given a page and who an answer of GraphQL. The build puts no explorer beside the tests, so here the page says how to get it.</summary>
public sealed class ExplorerRoutesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Theory]
    [InlineData(Browser)]
    [InlineData("text/html")]
    [InlineData("TEXT/HTML; q=0.5, */*; q=0.4")]
    public async Task A_browser_gets_a_page_that_no_site_can_frame_and_that_loads_nothing(string accept)
    {
        using var response = await SendAsync(fixture.Server, HttpMethod.Get, "/graphql", accept);
        using var head = await SendAsync(fixture.Server, HttpMethod.Head, "/graphql", accept);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal((200, 200), ((int)response.StatusCode, (int)head.StatusCode));
        Assert.Equal(
            """
            Cache-Control: no-store
            Content-Security-Policy: default-src 'none'; style-src 'sha256-…'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'
            Content-Type: text/html; charset=utf-8
            Cross-Origin-Opener-Policy: same-origin
            Cross-Origin-Resource-Policy: same-origin
            Referrer-Policy: same-origin
            Vary: Accept, Authorization
            X-Content-Type-Options: nosniff
            X-Frame-Options: DENY
            """,
            DescribeHeaders(response));
        Assert.Contains("npm", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/graphql?sdl\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql?query={__typename}", Browser, "OD0103")]
    [InlineData("/graphql?", "application/json", "OD0103")]
    [InlineData("/graphql?extensions={}", Browser, "OD0103")]
    [InlineData("/graphql", "*/*", "OD0103")]
    [InlineData("/graphql", "application/json, text/html;q=0.9", "OD0103")]
    [InlineData("/graphql", "text/html;q=0", "HC0063")]
    [InlineData("/graphql", "text/*", "HC0063")]
    public async Task What_asks_something_or_prefers_another_format_is_a_request_as_ever(string address, string accept, string code)
    {
        using var response = await SendAsync(fixture.Server, HttpMethod.Get, address, accept);

        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_POST_that_accepts_HTML_alone_is_refused_as_ever()
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", accept: "text/html");

        Assert.Equal(ErrorCatalog.NotAcceptable.HttpStatus, (int)response.StatusCode);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_page()
    {
        await using var server = await StartAsync();

        using var response = await SendAsync(server, HttpMethod.Get, "/graphql", Browser);
        using var file = await SendAsync(server, HttpMethod.Get, "/graphql/ui/", Browser);

        Assert.Equal((400, "application/json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(404, (int)file.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("off")]
    [InlineData("signed-in")]
    public async Task Whoever_may_not_see_the_schema_gets_a_page_without_it(string? visibility)
    {
        await using var server = await StartAsync(("GraphQL:Explorer", "on"), ("GraphQL:Introspection", visibility));

        using var response = await SendAsync(server, HttpMethod.Get, "/graphql", Browser);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("Its schema isn't shown here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sdl", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_switched_off_in_Development()
    {
        await using var server = await TestServer.StartAsync(("GraphQL:Explorer", "off"));

        using var response = await SendAsync(server, HttpMethod.Get, "/graphql", Browser);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private static Task<TestServer> StartAsync(params (string Key, string? Value)[] options) => TestServer.StartAsync(
        "Production",
        [("Authentication:Schemes:Bearer:Authority", "https://127.0.0.1:1/"), ("Authentication:Schemes:Bearer:ValidAudience", "api"), .. options]);

    private static async Task<HttpResponseMessage> SendAsync(TestServer server, HttpMethod method, string address, string accept)
    {
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Add("Sec-Fetch-Site", "none");
        return await client.SendAsync(request);
    }

    private static string DescribeHeaders(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "sha256-[^']*", "sha256-…"))
        .Order(StringComparer.Ordinal));
}
