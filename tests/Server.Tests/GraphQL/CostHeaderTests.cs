using System.Text.Json;

namespace OwnedData.Server.Tests.GraphQL;

public sealed class CostHeaderTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string List = """{"query":"{ notes(first: 20) { edges { node { title place { city } } } } }"}""";
    private const string Create = """{"query":"mutation { createNote(input: { title: \"a\" }) { note { title } } }"}""";

    [Theory]
    [InlineData("report", """{"data":{"notes":{"edges":[]}},"extensions":{"operationCost":{"fieldCost":51,"typeCost":62}}}""")]
    [InlineData("REPORT", """{"data":{"notes":{"edges":[]}},"extensions":{"operationCost":{"fieldCost":51,"typeCost":62}}}""")]
    [InlineData("validate", """{"extensions":{"operationCost":{"fieldCost":51,"typeCost":62}}}""")]
    [InlineData("guess", """{"data":{"notes":{"edges":[]}}}""")]
    public async Task The_cost_is_told_to_who_asks(string header, string expected)
    {
        using var response = await SendAsync(fixture.Server, List, "carol", header);

        Assert.Equal((200, expected), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_mutation_that_is_only_validated_writes_nothing()
    {
        using var response = await SendAsync(fixture.Server, Create, "dave", "validate");
        using var notes = await SendAsync(fixture.Server, """{"query":"{ notes { totalCount } }"}""", "dave");

        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":11,"typeCost":3}}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("""{"data":{"notes":{"totalCount":0}}}""", await notes.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("application/graphql-response+json", 400)]
    [InlineData("application/json", 200)]
    public async Task A_request_over_the_limit_is_refused_with_the_status_of_its_format(string accept, int status)
    {
        await using var server = await TestServer.StartAsync(("Limits:FieldCost", "50"), ("Limits:TypeCost", "5"));

        using var response = await SendAsync(server, List, "alice", accept: accept);
        using var validated = await SendAsync(server, List, "alice", "validate");

        Assert.Equal(
            (status, """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":51,"maxFieldCost":50}}]}"""),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":51,"typeCost":62}}}""", await validated.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cost_and_registration_share_one_extensions()
    {
        const string Query = "{ __typename }";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Query)));
        var body = JsonSerializer.Serialize(new { query = Query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } });

        using var response = await SendAsync(fixture.Server, body, "alice", "report");

        Assert.Equal(
            """{"data":{"__typename":"Query"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1},"persistedQuery":{"sha256Hash":"HASH","persisted":true}}}"""
                .Replace("HASH", hash, StringComparison.Ordinal),
            await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(TestServer server, string body, string subject, string? cost = null, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", server.CreateToken(subject));
        if (cost is not null)
        {
            request.Headers.Add("GraphQL-Cost", cost);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return server.Client.SendAsync(request);
    }
}
