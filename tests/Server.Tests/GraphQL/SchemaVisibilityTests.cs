namespace OwnedData.Server.Tests.GraphQL;

/// <summary>Introspection, `?sdl` and suggestions go by one policy, decided for each request.</summary>
public sealed class SchemaVisibilityTests
{
    private const string Introspection = """{"query":"{ __schema { queryType { name } } }"}""";
    private const string Misspelled = """{"query":"{ viewer { subjekt } }"}""";
    private const string MisspelledVariable = """{"query":"query ($where: NoteFilterInput) { notes(where: $where) { totalCount } }","variables":{"where":{"titel":{}}}}""";

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("on", null, true)]
    [InlineData("signed-in", null, false)]
    [InlineData("signed-in", "alice", true)]
    [InlineData("off", null, false)]
    [InlineData("off", "alice", false)]
    public async Task The_schema_is_shown_to_those_whom_the_policy_includes(string? policy, string? subject, bool isShown)
    {
        await using var server = await TestServer.StartAsync(("GraphQL:Introspection", policy));
        var token = subject is null ? null : server.CreateToken(subject);

        using var introspection = await server.PostAsync(Introspection, token);
        using var sdlRequest = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        sdlRequest.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var sdl = await server.Client.SendAsync(sdlRequest);

        Assert.Equal(
            isShown
                ? (200, """{"data":{"__schema":{"queryType":{"name":"Query"}}}}""")
                : (400, """{"errors":[{"message":"Introspection is not allowed for the current request.","locations":[{"line":1,"column":3}],"extensions":{"code":"HC0046","field":"__schema"}}]}"""),
            ((int)introspection.StatusCode, await introspection.Content.ReadAsStringAsync()));
        Assert.Equal(
            (isShown ? 200 : 400, isShown),
            ((int)sdl.StatusCode, (await sdl.Content.ReadAsStringAsync()).Contains("type Query {", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_plan_that_one_caller_made_does_not_open_the_schema_to_another()
    {
        await using var server = await TestServer.StartAsync(("GraphQL:Introspection", "signed-in"));

        using var allowed = await server.PostAsync(Introspection, server.CreateToken("alice"));
        using var refused = await server.PostAsync(Introspection);
        using var allowedAgain = await server.PostAsync(Introspection, server.CreateToken("alice"));

        Assert.Equal((200, 400, 200), ((int)allowed.StatusCode, (int)refused.StatusCode, (int)allowedAgain.StatusCode));
    }

    [Fact]
    public async Task Messages_suggest_names_to_those_who_may_see_them()
    {
        await using var server = await TestServer.StartAsync(("GraphQL:Introspection", "signed-in"));
        var token = server.CreateToken("alice");

        foreach (var body in (string[])[Misspelled, MisspelledVariable])
        {
            using var before = await server.PostAsync(body);
            using var told = await server.PostAsync(body, token);
            using var after = await server.PostAsync(body);

            Assert.Contains("Did you mean", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("Did you mean", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("Did you mean", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_name_of_a_type_is_no_introspection()
    {
        await using var server = await TestServer.StartAsync(("GraphQL:Introspection", "off"));

        using var response = await server.PostAsync("""{"query":"{ __typename }"}""");

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }
}
