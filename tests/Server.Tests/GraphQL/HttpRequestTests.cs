using System.Net.Http.Headers;
using System.Text;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>GraphQL over HTTP before anything is executed: what is taken, and what is refused how.</summary>
public sealed class HttpRequestTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("""{"query":"{ __typename }"}""")]
    [InlineData("""{"query":"{ __typename }","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData("""{"query":"query A { __typename }","operationName":"A","variables":{},"extensions":{"x":1}}""")]
    [InlineData("""{"query":"{ __typename }","operationName":"","id":"x","unknown":[1]}""")]
    [InlineData("""{"query":"{ \u005f_typename }"}""")]
    public async Task A_well_formed_body_is_answered(string body)
    {
        using var response = await fixture.Server.PostAsync(body);

        Assert.Equal(
            """
            200
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"data":{"__typename":"Query"}}
            """,
            await HttpText.ReadAsync(response));
    }

    [Theory]
    [InlineData("", "HC0012", "Invalid JSON document: line 1, byte 1.")]
    [InlineData("{", "HC0012", "Invalid JSON document: line 1, byte 2.")]
    [InlineData("{\n\"query\": nope}", "HC0012", "Invalid JSON document: line 2, byte 11.")]
    [InlineData("""{"query":"{a}","query":"{b}"}""", "HC0012", "Invalid JSON document: a name stands twice in one object.")]
    [InlineData("""{"query":"{a}","variables":{"x":1,"x":2}}""", "HC0012", "Invalid JSON document: a name stands twice in one object.")]
    [InlineData("""{"query":"{ a(b: \"\ud800\") }"}""", "HC0012", "Invalid JSON document: its text is not well-formed UTF-8.")]
    [InlineData("""{"query":"{a}","variables":{"x":"\udc00\ud800"}}""", "HC0012", "Invalid JSON document: its text is not well-formed UTF-8.")]
    [InlineData("""[{"query":"{a}"}]""", "HC0009", "Send one operation a request: batches are not accepted.")]
    [InlineData("1", "HC0009", "The request must be a JSON object.")]
    [InlineData("null", "HC0009", "The request must be a JSON object.")]
    [InlineData("{}", "HC0015", "The query request contains no document or no document id.")]
    [InlineData("""{"query":null}""", "HC0015", "The query request contains no document or no document id.")]
    [InlineData("""{"query":""}""", "HC0015", "The query request contains no document or no document id.")]
    [InlineData("""{"query":{"a":1}}""", "HC0009", "`query` must be a string.")]
    [InlineData("""{"query":"{a}","operationName":1}""", "HC0009", "`operationName` must be a string.")]
    [InlineData("""{"query":"{a}","variables":[1]}""", "HC0009", "`variables` must be an object.")]
    [InlineData("""{"query":"{a}","variables":"{}"}""", "HC0009", "`variables` must be an object.")]
    [InlineData("""{"query":"{a}","extensions":"x"}""", "HC0009", "`extensions` must be an object.")]
    public async Task A_bad_body_is_400_and_says_why(string body, string code, string message)
    {
        using var response = await fixture.Server.PostAsync(body);

        Assert.Equal((400, Error(message, code)), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_body_that_is_no_UTF8_is_400()
    {
        using var response = await PostBytesAsync([.. "{\"query\":\"{a} #"u8, 0xff, .. "\"}"u8], "application/json");

        Assert.Equal(
            (400, Error("Invalid JSON document: its text is not well-formed UTF-8.", "HC0012")),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Variables_nested_too_deep_are_400()
    {
        using var response = await fixture.Server.PostAsync("""{"query":"{a}","variables":{"x":""" + new string('[', 500) + new string(']', 500) + "}}");

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(10_000_000)]
    [InlineData((1024 * 1024) + 1)]
    public async Task A_body_over_the_limit_is_413(int length)
    {
        using var response = await PostBytesAsync(Encoding.ASCII.GetBytes(new string(' ', length)), "application/json");

        Assert.Equal((413, Error("The request body is larger than the server reads.", "HC0010")), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(new byte[2 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal((413, Error("The request body is larger than the server reads.", "HC0010")), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_body_just_within_the_limit_is_read()
    {
        const string Body = """{"query":"{ __typename }"}""";

        using var response = await PostBytesAsync(Encoding.ASCII.GetBytes(Body.PadRight(1024 * 1024)), "application/json");

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("text/plain; application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json, text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Anything_but_JSON_is_415_and_told_what_is_read(string? contentType)
    {
        using var response = await PostBytesAsync("""{"query":"{ __typename }"}"""u8.ToArray(), contentType);

        Assert.Equal(
            """
            415
            Accept-Encoding: identity
            Accept-Post: application/json
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"Send the request as application/json in UTF-8, not compressed.","extensions":{"code":"OD0100"}}]}
            """,
            await HttpText.ReadAsync(response));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task JSON_in_UTF8_is_read_however_it_is_spelled(string contentType)
    {
        using var response = await PostBytesAsync("""{"query":"{ __typename }"}"""u8.ToArray(), contentType);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_is_415(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("x", Encoding.UTF8, "application/json") };
        request.Content.Headers.ContentEncoding.Add(encoding);

        using var response = await fixture.Server.Client.SendAsync(request);

        Assert.Equal((415, "identity"), ((int)response.StatusCode, string.Join(',', response.Headers.GetValues("Accept-Encoding"))));
    }

    [Fact]
    public async Task GET_runs_a_query()
    {
        using var response = await fixture.Server.Client.GetAsync(new Uri("/graphql?query=query A{__typename}&operationName=A&variables={}", UriKind.Relative));

        Assert.Equal((200, """{"data":{"__typename":"Query"}}"""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task GET_runs_no_mutation()
    {
        using var response = await fixture.Server.Client.GetAsync(new Uri("/graphql?query=mutation{__typename}", UriKind.Relative));

        Assert.Equal(
            (405, "POST", Error("Send mutations by POST.", "OD0101")),
            ((int)response.StatusCode, response.Content.Headers.Allow.Single(), await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("", "HC0015", "The query request contains no document or no document id.")]
    [InlineData("?query={a}&query={b}", "HC0009", "`query` is given more than once.")]
    [InlineData("?query={a}&variables=[]", "HC0009", "`variables` must be an object.")]
    [InlineData("?query={a}&variables={", "HC0012", "Invalid JSON document: line 1, byte 2.")]
    [InlineData("?query={a}&extensions=1", "HC0009", "`extensions` must be an object.")]
    public async Task A_bad_query_string_is_400_and_says_why(string query, string code, string message)
    {
        using var response = await fixture.Server.Client.GetAsync(new Uri("/graphql" + query, UriKind.Relative));

        Assert.Equal((400, Error(message, code)), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private static string Error(string message, string code) => $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";

    private Task<HttpResponseMessage> PostBytesAsync(byte[] body, string? contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return fixture.Server.Client.SendAsync(request);
    }
}
