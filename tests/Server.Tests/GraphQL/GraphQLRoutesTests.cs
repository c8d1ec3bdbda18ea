namespace OwnedData.Server.Tests.GraphQL;

/// <summary>What each HTTP method does at the endpoint.</summary>
public sealed class GraphQLRoutesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task OPTIONS_tells_the_methods_and_the_media_type()
    {
        using var response = await SendAsync(HttpMethod.Options, "/graphql");

        Assert.Equal(
            """
            204
            Accept-Post: application/json
            Allow: GET, HEAD, POST, OPTIONS


            """,
            await HttpText.ReadAsync(response));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("SOMETHING")]
    public async Task Other_methods_are_405_with_those_that_are_allowed(string method)
    {
        using var response = await SendAsync(new HttpMethod(method), "/graphql");

        Assert.Equal(
            """
            405
            Allow: GET, HEAD, POST, OPTIONS
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"The address takes GET, HEAD, POST, OPTIONS.","extensions":{"code":"OD0102"}}]}
            """,
            await HttpText.ReadAsync(response));
    }

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql?query={nope}")]
    [InlineData("/graphql?query=mutation{__typename}")]
    [InlineData("/graphql?query={a}&variables=[]")]
    [InlineData("/graphql")]
    public async Task HEAD_is_GET_without_the_body(string address)
    {
        using var get = await SendAsync(HttpMethod.Get, address);
        using var head = await SendAsync(HttpMethod.Head, address);

        Assert.Equal("", await head.Content.ReadAsStringAsync());
        Assert.Equal(
            (get.StatusCode, HeadersOf(get), get.Content.Headers.ContentLength),
            (head.StatusCode, HeadersOf(head), head.Content.Headers.ContentLength));
    }

    private static string HeadersOf(HttpResponseMessage response) =>
        string.Join('\n', response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address) =>
        fixture.Server.Client.SendAsync(new HttpRequestMessage(method, address));
}
