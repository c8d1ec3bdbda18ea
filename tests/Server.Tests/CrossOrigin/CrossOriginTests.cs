namespace OwnedData.Server.Tests.CrossOrigin;

/// <summary>What browsers are told about pages of other sites.</summary>
public sealed class CrossOriginTests : IAsyncLifetime
{
    private const string App = "https://app.example.com";

    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(("Cors:Origins", App));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_preflight_of_a_listed_origin_is_granted()
    {
        using var response = await PreflightAsync(App);

        Assert.Equal(
            """
            204
            Access-Control-Allow-Headers: authorization,content-type
            Access-Control-Allow-Methods: GET,HEAD,POST
            Access-Control-Allow-Origin: https://app.example.com
            Access-Control-Max-Age: 600
            Vary: Origin


            """,
            await HttpText.ReadAsync(response));
    }

    [Fact]
    public async Task A_preflight_of_another_origin_is_granted_nothing()
    {
        using var response = await PreflightAsync("https://evil.example");

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(App, "Access-Control-Allow-Origin: https://app.example.com\nAccess-Control-Expose-Headers: WWW-Authenticate,Retry-After\n")]
    [InlineData("https://evil.example", "")]
    public async Task An_answer_may_be_read_by_pages_of_listed_origins_only(string origin, string headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ __typename }"}""", null, "application/json") };
        request.Headers.Add("Origin", origin);

        using var response = await _server.Client.SendAsync(request);

        Assert.Equal(
            $$$"""
            200
            {{{headers}}}Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"data":{"__typename":"Query"}}
            """,
            await HttpText.ReadAsync(response));
    }

    [Fact]
    public async Task A_refused_token_may_be_read_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("Origin", App);
        request.Headers.Add("Authorization", "Bearer x");

        using var response = await _server.Client.SendAsync(request);

        Assert.Equal((401, App), ((int)response.StatusCode, response.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }

    [Fact]
    public async Task An_entry_that_is_no_origin_stops_the_start()
    {
        var exception = await Assert.ThrowsAsync<OwnedData.Server.Startup.StartupException>(() => TestServer.StartAsync(("Cors:Origins", "*")));

        Assert.StartsWith("Cors:Origins can't be `*`.", exception.Message, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return _server.Client.SendAsync(request);
    }
}
