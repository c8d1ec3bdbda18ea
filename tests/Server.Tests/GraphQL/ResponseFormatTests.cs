namespace OwnedData.Server.Tests.GraphQL;

/// <summary>`Accept` decides the label and, with it, whether the status tells of a failed request.</summary>
public sealed class ResponseFormatTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string New = "application/graphql-response+json";
    private const string Old = "application/json";

    [Theory]
    [InlineData(null, New, 400)]
    [InlineData("*/*", New, 400)]
    [InlineData("application/*", New, 400)]
    [InlineData("application/graphql-response+json", New, 400)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", New, 400)]
    [InlineData("application/json, */*", New, 400)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", New, 400)]
    [InlineData("application/json", Old, 200)]
    [InlineData("application/json;q=0.5, text/html", Old, 200)]
    [InlineData("application/graphql-response+json;q=0, application/json", Old, 200)]
    public async Task The_format_follows_the_header(string? accept, string mediaType, int statusOfFailure)
    {
        using var good = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", accept: accept);
        using var bad = await fixture.Server.PostAsync("""{"query":"{"}""", accept: accept);

        Assert.Equal((200, mediaType), ((int)good.StatusCode, good.Content.Headers.ContentType!.MediaType));
        Assert.Equal((statusOfFailure, mediaType), ((int)bad.StatusCode, bad.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("multipart/mixed")]
    [InlineData("text/event-stream")]
    public async Task A_header_that_allows_neither_format_is_406(string accept)
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", accept: accept);

        Assert.Equal(
            (406, """{"errors":[{"message":"The server answers with application/graphql-response+json or application/json; the Accept header allows neither.","extensions":{"code":"HC0063"}}]}"""),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_header_that_is_none_is_400_and_repeated()
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", accept: "unsupported");

        Assert.Equal(
            (400, """{"errors":[{"message":"The Accept header can't be read.","extensions":{"code":"HC0064","headerValue":"unsupported"}}]}"""),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}
