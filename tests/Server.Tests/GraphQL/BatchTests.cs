namespace OwnedData.Server.Tests.GraphQL;

/// <summary>Several operations in one request: refused unless configured, and then each for itself.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(("GraphQL:MaximumBatch", "4"));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Each_operation_has_its_own_answer_in_the_order_of_the_request()
    {
        using var response = await _server.PostAsync(
            """[{"query":"{ a: __typename }"},{"query":"{ nope"},7,{"query":"query($n: String!) { __type(name: $n) { name } }","variables":{"n":"Note"}}]""");

        Assert.Equal(
            """
            200
            Cache-Control: no-store, private
            Content-Type: application/json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            [{"data":{"a":"Query"}},{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":7}],"extensions":{"code":"HC0011"}}]},{"errors":[{"message":"The request must be a JSON object.","extensions":{"code":"HC0009"}}]},{"data":{"__type":{"name":"Note"}}}]
            """,
            await HttpText.ReadAsync(response));
    }

    [Fact]
    public async Task Mutations_run_one_after_another_and_belong_to_the_caller()
    {
        using var response = await _server.PostAsync(
            """[{"query":"mutation { createNote(input: { title: \"One\" }) { note { title } } }"},{"query":"{ notes { nodes { title } totalCount } }"}]""",
            _server.CreateToken("alice"));

        Assert.Equal(
            """[{"data":{"createNote":{"note":{"title":"One"}}}},{"data":{"notes":{"nodes":[{"title":"One"}],"totalCount":1}}}]""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_operation_in_an_array_is_answered_with_an_array()
    {
        using var response = await _server.PostAsync("""[{"query":"{ __typename }"}]""", accept: "*/*");

        Assert.Equal((200, """[{"data":{"__typename":"Query"}}]"""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("[]", """{"message":"The batch is empty: it needs at least one operation.","extensions":{"code":"HC0009"}}""")]
    [InlineData("[1,2,3,4,5]", """{"message":"The batch has 5 operations; at most 4 are accepted.","extensions":{"code":"OD0104","maxAllowedOperations":4}}""")]
    public async Task A_batch_of_none_or_of_too_many_is_400(string body, string error)
    {
        using var response = await _server.PostAsync(body, accept: "application/json");

        Assert.Equal((400, $$"""{"errors":[{{error}}]}"""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("application/graphql-response+json", 406)]
    [InlineData("application/graphql-response+json, application/json;q=0", 406)]
    [InlineData("application/graphql-response+json,application/json;q=0.9", 200)]
    public async Task A_batch_is_answered_as_application_json_or_not_at_all(string accept, int status)
    {
        using var response = await _server.PostAsync("""[{"query":"{ __typename }"}]""", accept: accept);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("many")]
    public async Task A_limit_that_can_not_be_stops_the_start(string value)
    {
        var exception = await Assert.ThrowsAsync<Server.Startup.StartupException>(() => TestServer.StartAsync(("GraphQL:MaximumBatch", value)));

        Assert.StartsWith($"GraphQL:MaximumBatch can't be `{value}`.", exception.Message, StringComparison.Ordinal);
    }
}
