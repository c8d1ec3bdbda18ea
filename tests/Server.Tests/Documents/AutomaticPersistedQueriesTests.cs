using System.Security.Cryptography;
using System.Text;

namespace OwnedData.Server.Tests.Documents;

/// <summary>Automatic persisted queries over HTTP, in the bytes that Apollo Client's link sends.</summary>
public sealed class AutomaticPersistedQueriesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string ApolloAccept = "application/graphql-response+json,application/json;q=0.9";

    [Fact]
    public async Task A_miss_then_the_text_then_the_hash_alone()
    {
        const string Query = "query First {\n  __typename\n}";
        var hash = Hash(Query);

        var miss = await PostAsync(Hit("First", hash));
        var registration = await PostAsync(Registration("First", hash, Query));
        var hit = await PostAsync(Hit("First", hash));

        Assert.Equal(
            (400, """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}"""),
            miss);
        Assert.Equal(
            (200, $$$$"""{"data":{"__typename":"Query"},"extensions":{"persistedQuery":{"sha256Hash":"{{{{hash}}}}","persisted":true}}}"""),
            registration);
        Assert.Equal((200, """{"data":{"__typename":"Query"}}"""), hit);
    }

    [Fact]
    public async Task A_miss_is_200_for_clients_that_accept_application_json_alone()
    {
        using var response = await fixture.Server.PostAsync(Hit("Legacy", Hash("query Legacy { __typename }")), accept: "application/json");

        Assert.Equal(
            """
            200
            Cache-Control: no-store, private
            Content-Type: application/json; charset=utf-8
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}
            """,
            await HttpText.ReadAsync(response));
    }

    [Fact]
    public async Task Hashes_may_come_by_GET_and_the_text_by_POST()
    {
        const string Query = "query ByGet {\n  __typename\n}";
        var hash = Hash(Query);

        var miss = await GetAsync(hash, "ByGet");
        await PostAsync(Registration("ByGet", hash, Query));
        var hit = await GetAsync(hash, "ByGet");

        Assert.Equal((400, """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}"""), miss);
        Assert.Equal((200, """{"data":{"__typename":"Query"}}"""), hit);
    }

    [Fact]
    public async Task A_mutation_is_not_run_by_GET_however_it_is_named()
    {
        const string Mutation = "mutation Change {\n  __typename\n}";
        var hash = Hash(Mutation);

        await PostAsync(Registration("Change", hash, Mutation));

        Assert.Equal(
            (405, """{"errors":[{"message":"Send mutations by POST.","extensions":{"code":"OD0101"}}]}"""),
            await GetAsync(hash, "Change"));
    }

    [Fact]
    public async Task Another_caller_finds_what_one_has_registered()
    {
        const string Query = "query Shared {\n  __typename\n}";
        var hash = Hash(Query);
        using var registration = await fixture.Server.PostAsync(Registration("Shared", hash, Query), fixture.Server.CreateToken("alice"));

        using var hit = await fixture.Server.PostAsync(Hit("Shared", hash), fixture.Server.CreateToken("bob"));

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await hit.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_hash_that_is_not_the_texts_is_refused_and_nothing_is_kept()
    {
        const string Query = "query Mismatch {\n  __typename\n}";
        var foreign = Hash("query Another { __typename }");

        var refusal = await PostAsync(Registration("Mismatch", foreign, Query));

        Assert.Equal(
            (400, """{"errors":[{"message":"The persisted query's sha256Hash is not the SHA-256 of the query.","extensions":{"code":"OD0110"}}]}"""),
            refusal);
        Assert.Equal(400, (await PostAsync(Hit("Mismatch", foreign))).Status);
        Assert.Equal(400, (await PostAsync(Hit("Mismatch", Hash(Query)))).Status);
    }

    [Fact]
    public async Task A_document_that_does_not_compile_is_not_kept()
    {
        const string Query = "query Wrong {\n  nothing\n}";

        var refusal = await PostAsync(Registration("Wrong", Hash(Query), Query));

        Assert.Equal(
            (400, """{"errors":[{"message":"Cannot query field \"nothing\" on type \"Query\".","locations":[{"line":2,"column":3}],"extensions":{"code":"OD0200"}}]}"""),
            refusal);
        Assert.Equal(
            (400, """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}"""),
            await PostAsync(Hit("Wrong", Hash(Query))));
    }

    [Theory]
    [InlineData("""{"version":2,"sha256Hash":"x"}""")]
    [InlineData("""{"version":"1","sha256Hash":"x"}""")]
    [InlineData("""{"sha256Hash":"x"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"sha256Hash":1}""")]
    [InlineData("""{"version":1,"md5Hash":"x"}""")]
    [InlineData("[]")]
    public async Task Another_version_or_hash_is_refused(string persistedQuery) =>
        Assert.Equal(
            (400, """{"errors":[{"message":"`extensions.persistedQuery` must be an object with `version` 1 and `sha256Hash`, a string.","extensions":{"code":"HC0009"}}]}"""),
            await PostAsync($$$$"""{"query":"{ __typename }","extensions":{"persistedQuery":{{{{persistedQuery}}}}}}"""));

    [Fact]
    public async Task Neither_text_nor_id_nor_hash_is_refused() =>
        Assert.Equal(
            (400, """{"errors":[{"message":"The query request contains no document or no document id.","extensions":{"code":"HC0015"}}]}"""),
            await PostAsync("""{"variables":{},"extensions":{"persistedQuery":null}}"""));

    [Fact]
    public async Task A_registration_that_fails_in_a_field_tells_both()
    {
        const string Query = "query Failing {\n  node(id: \"x\") {\n    id\n  }\n}";
        var hash = Hash(Query);

        var response = await PostAsync(Registration("Failing", hash, Query));

        Assert.Equal(200, response.Status);
        Assert.StartsWith("""{"errors":[{""", response.Body, StringComparison.Ordinal);
        Assert.EndsWith($$$$""","data":{"node":null},"extensions":{"persistedQuery":{"sha256Hash":"{{{{hash}}}}","persisted":true}}}""", response.Body, StringComparison.Ordinal);
    }

    // Byte for byte what @apollo/client 4.3.8 sends.
    private static string Hit(string name, string hash) =>
        $$$$"""{"operationName":"{{{{name}}}}","variables":{},"extensions":{"clientLibrary":{"name":"@apollo/client","version":"4.3.8"},"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}}}""";

    private static string Registration(string name, string hash, string query) =>
        $$$$"""{"operationName":"{{{{name}}}}","variables":{},"extensions":{"clientLibrary":{"name":"@apollo/client","version":"4.3.8"},"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}},"query":"{{{{query.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}}}"}""";

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    private async Task<(int Status, string Body)> PostAsync(string json)
    {
        using var response = await fixture.Server.PostAsync(json, accept: ApolloAccept);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(int Status, string Body)> GetAsync(string hash, string operationName)
    {
        var extensions = Uri.EscapeDataString($$$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?operationName={operationName}&variables=%7B%7D&extensions={extensions}");
        request.Headers.TryAddWithoutValidation("Accept", ApolloAccept);
        request.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");
        using var response = await fixture.Server.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
