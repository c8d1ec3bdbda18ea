namespace OwnedData.Server.Tests.GraphQL;

/// <summary>`Accept` decides the label and, with it, whether the status tells of a failed request.</summary>
public sealed class ResponseFormatTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string New = "application/graphql-response+json";
    private const string Old = "application/json";

    [Theory]
    [InlineData(null, New, 400)]
    [InlineData("", New, 400)]
    [InlineData("*/*", Old, 200)]
    [InlineData("*/*;q=0.1", Old, 200)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Old, 200)]
    [InlineData("application/*", New, 400)]
    [InlineData("application/*, */*", New, 400)]
    [InlineData("application/graphql-response+json", New, 400)]
    [InlineData("Application/GraphQL-Response+JSON", New, 400)]
    [InlineData("application/graphql-response+json, */*", New, 400)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", New, 400)]
    [InlineData("application/graphql-response+json,application/json;q=0.9", New, 400)]
    [InlineData("application/json;q=0.9,application/graphql-response+json", New, 400)]
    [InlineData("application/json, application/graphql-response+json", New, 400)]
    [InlineData("application/graphql-response+json;q=0.8, application/json;q=0.9", Old, 200)]
    [InlineData("application/graphql-response+json;q=0.001, application/json", Old, 200)]
    [InlineData("application/json, */*", New, 400)]
    [InlineData("application/json, */*;q=0.5", Old, 200)]
    [InlineData("application/json", Old, 200)]
    [InlineData("application/json;charset=UTF-8", Old, 200)]
    [InlineData("application/json; charset=\"utf-8\"", Old, 200)]
    [InlineData("application/json;q=0.5, text/html", Old, 200)]
    [InlineData("application/graphql-response+json;q=0, application/json", Old, 200)]
    [InlineData("application/graphql-response+json;q=0, */*", Old, 200)]
    [InlineData("application/json;q=0, */*", New, 400)]
    [InlineData("application/json;q=0, application/*;q=0.1", New, 400)]
    [InlineData("application/graphql-response+json;charset=utf-16, application/json;q=0.1", Old, 200)]
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
    [InlineData("*/*;q=0")]
    [InlineData("application/*;q=0, */*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;charset=utf-16")]
    [InlineData("application/problem+json")]
    public async Task A_header_that_allows_neither_format_is_406(string accept)
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", accept: accept);

        Assert.Equal(
            (406, """{"errors":[{"message":"The server answers with application/graphql-response+json or application/json; the Accept header allows neither.","extensions":{"code":"HC0063"}}]}"""),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("unsupported")]
    [InlineData("application/json, nothing")]
    [InlineData("application/json;q=2")]
    [InlineData("application/json;q=x")]
    [InlineData("/json")]
    [InlineData("application/")]
    [InlineData("{}")]
    public async Task A_header_that_is_none_is_400_and_repeated(string accept)
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{ __typename }"}""", accept: accept);

        Assert.Equal(
            (400, $$$"""{"errors":[{"message":"The Accept header can't be read.","extensions":{"code":"HC0064","headerValue":"{{{accept}}}"}}]}"""),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("{", 400, 400)]
    [InlineData("[]", 400, 400)]
    [InlineData("""{"qeury":"{ __typename }"}""", 400, 400)]
    [InlineData("""{"query":7}""", 400, 400)]
    [InlineData("""{"query":"{ __typename }","variables":[7]}""", 400, 400)]
    [InlineData("""{"query":"{"}""", 400, 200)]
    [InlineData("""{"query":"{ nope }"}""", 400, 200)]
    [InlineData("""{"query":"{ __typename }","operationName":"Missing"}""", 400, 200)]
    [InlineData("""{"query":"query A { a: __typename } query B { b: __typename }"}""", 400, 200)]
    [InlineData("""{"query":"query($id: ID!) { note(id: $id) { title } }","variables":{"id":null}}""", 400, 200)]
    [InlineData("""{"query":"{ notes { totalCount } }"}""", 200, 200)]
    public async Task The_old_format_is_200_for_any_failure_of_a_well_formed_request(string body, int statusOfNew, int statusOfOld)
    {
        using var inNew = await fixture.Server.PostAsync(body, accept: New);
        using var inOld = await fixture.Server.PostAsync(body, accept: Old);

        Assert.Equal((statusOfNew, statusOfOld), ((int)inNew.StatusCode, (int)inOld.StatusCode));
        Assert.Equal(await inNew.Content.ReadAsStringAsync(), await inOld.Content.ReadAsStringAsync());
    }
}
