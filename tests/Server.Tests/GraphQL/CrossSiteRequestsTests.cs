namespace OwnedData.Server.Tests.GraphQL;

/// <summary>Cross-site request forgery: what a page can send to another site without the browser asking first is not run.</summary>
public sealed class CrossSiteRequestsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Query = "/graphql?query={__typename}";

    [Theory]
    [InlineData("")]
    [InlineData("Accept: application/graphql-response+json")]
    [InlineData("Accept: */*|Accept-Language: en")]
    [InlineData("Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors")]
    [InlineData("Sec-Fetch-Site: same-site|Sec-Fetch-Mode: cors")]
    [InlineData("Sec-Fetch-Site: none|Sec-Fetch-Mode: navigate")]
    [InlineData("Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: cors|Origin: https://evil.example")]
    [InlineData("Sec-Fetch-Mode: cors|Origin: https://evil.example")]
    [InlineData("GraphQL-Preflight: ")]
    [InlineData("GraphQL-Preflight:  ")]
    [InlineData("Cookie: a=b")]
    public async Task A_GET_or_HEAD_that_a_page_can_make_is_refused(string headers)
    {
        using var get = await SendAsync(HttpMethod.Get, headers);
        using var head = await SendAsync(HttpMethod.Head, headers);

        Assert.Equal(
            (400, """{"errors":[{"message":"A page of another site could have sent this request. Send the header `GraphQL-Preflight: 1` with it, or use POST.","extensions":{"code":"OD0103"}}]}"""),
            ((int)get.StatusCode, await get.Content.ReadAsStringAsync()));
        Assert.Equal(400, (int)head.StatusCode);
    }

    [Theory]
    [InlineData("GraphQL-Preflight: 1")]
    [InlineData("graphql-preflight: 0")]
    [InlineData("Apollo-Require-Preflight: true")]
    [InlineData("Apollo-Require-Preflight: x|Origin: https://other.example|Sec-Fetch-Site: cross-site")]
    [InlineData("Content-Type: application/json")]
    [InlineData("Sec-Fetch-Site: same-origin|Sec-Fetch-Mode: no-cors")]
    [InlineData("Sec-Fetch-Mode: cors")]
    public async Task A_GET_that_the_browser_had_to_ask_for_or_that_is_of_no_other_page_is_run(string headers)
    {
        using var response = await SendAsync(HttpMethod.Get, headers);

        Assert.Equal((200, """{"data":{"__typename":"Query"}}"""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_GET_with_a_token_is_run()
    {
        using var response = await SendAsync(HttpMethod.Get, "Authorization: Bearer " + fixture.Server.CreateToken("alice"));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_POST_that_a_form_can_make_is_refused_with_the_header_too(string? contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent("""{"query":"mutation { __typename }"}"""u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal(415, (int)response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string headers)
    {
        using var client = new HttpClient { BaseAddress = fixture.Server.Client.BaseAddress };
        var request = new HttpRequestMessage(method, Query);
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content = new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }
}
