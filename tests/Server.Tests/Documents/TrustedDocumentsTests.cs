using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Documents;

/// <summary>Trusted documents from a folder or a manifest: how they run, what else runs, and which mistakes keep the server from starting.</summary>
public sealed class TrustedDocumentsTests : IDisposable
{
    private const string ApolloManifest = """
        {
          "format": "apollo-persisted-query-manifest",
          "version": 1,
          "operations": [
            {"id": "a1", "name": "First", "type": "query", "body": "query First {\n  __typename\n}"},
            {"id": "a2", "name": "Second", "type": "query", "body": "query Second($deep: Boolean = false) {\n  __typename\n  again: __typename @include(if: $deep)\n}"}
          ]
        }
        """;

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("""{"id":"a1"}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"id":"a2","variables":{"deep":true}}""", """{"data":{"__typename":"Query","again":"Query"}}""")]
    [InlineData("""{"documentId":"a1","operationName":"First"}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"documentId":"sha256:a1"}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"a1"}}}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"id":"a1","operationName":"Second"}""", """{"errors":[{"message":"Unknown operation named \"Second\".","extensions":{"code":"OD0200"}}]}""")]
    [InlineData("""{"id":"a3"}""", """{"errors":[{"message":"The specified persisted operation key is invalid.","extensions":{"code":"HC0020","requestedKey":"a3"}}]}""")]
    [InlineData("""{"id":"a1","documentId":"a1"}""", """{"errors":[{"message":"Send `id` or `documentId`, not both.","extensions":{"code":"HC0009"}}]}""")]
    [InlineData("""{"id":1}""", """{"errors":[{"message":"`id` must be a string.","extensions":{"code":"HC0009"}}]}""")]
    [InlineData("""{"id":"a3","query":"{ text: __typename }"}""", """{"data":{"text":"Query"}}""")]
    [InlineData("""{"id":"a1","query":"{ text: __typename }"}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"query":"{ text: __typename }"}""", """{"data":{"text":"Query"}}""")]
    [InlineData("""{"id":""}""", """{"errors":[{"message":"The query request contains no document or no document id.","extensions":{"code":"HC0015"}}]}""")]
    public async Task In_mode_allow_ids_run_and_so_do_texts(string request, string expected)
    {
        await using var server = await TestServer.StartAsync(("Documents:Path", Write("manifest.json", ApolloManifest)));

        using var response = await server.PostAsync(request);

        Assert.Equal((expected.StartsWith("""{"data":""", StringComparison.Ordinal) ? 200 : 400, expected), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("""{"id":"a1"}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"a1"}}}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"id":"a1","query":"{ text: __typename }"}""", """{"data":{"__typename":"Query"}}""")]
    [InlineData("""{"query":"{ text: __typename }"}""", """{"errors":[{"message":"Only persisted operations are allowed.","extensions":{"code":"HC0067"}}]}""")]
    [InlineData("""{"query":"not even GraphQL"}""", """{"errors":[{"message":"Only persisted operations are allowed.","extensions":{"code":"HC0067"}}]}""")]
    [InlineData("""{"id":"a3"}""", """{"errors":[{"message":"The specified persisted operation key is invalid.","extensions":{"code":"HC0020","requestedKey":"a3"}}]}""")]
    [InlineData("""{"id":"a3","query":"{ text: __typename }"}""", """{"errors":[{"message":"The specified persisted operation key is invalid.","extensions":{"code":"HC0020","requestedKey":"a3"}}]}""")]
    [InlineData("""{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b"}}}""", """{"errors":[{"message":"The specified persisted operation key is invalid.","extensions":{"code":"HC0020","requestedKey":"7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b"}}]}""")]
    [InlineData("{}", """{"errors":[{"message":"The query request contains no document or no document id.","extensions":{"code":"HC0015"}}]}""")]
    public async Task In_mode_only_nothing_else_runs(string request, string expected)
    {
        await using var server = await TestServer.StartAsync(("Documents:Path", Write("manifest.json", ApolloManifest)), ("Documents:Mode", "only"));

        using var response = await server.PostAsync(request);

        Assert.Equal((expected.StartsWith("""{"data":""", StringComparison.Ordinal) ? 200 : 400, expected), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_folder_names_each_document_by_its_file()
    {
        Write("3f1c.graphql", "query FromFolder { __typename }");
        Write("notes.txt", "not a document");
        await using var server = await TestServer.StartAsync(("Documents:Path", _folder.Path), ("Documents:Mode", "only"));

        using var response = await server.PostAsync("""{"id":"3f1c"}""");

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Relays_file_is_a_manifest_too_and_ids_come_by_GET_as_well()
    {
        var path = Write("persisted.json", """{"0d1b9e": "query Relay {\n  __typename\n}\n"}""");
        await using var server = await TestServer.StartAsync(("Documents:Path", path), ("Documents:Mode", "only"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?id=0d1b9e");
        request.Headers.Add("GraphQL-Preflight", "1");

        using var response = await server.Client.SendAsync(request);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task All_mistakes_of_all_documents_are_told_at_once()
    {
        Write("1.graphql", "{ __typename }");
        Write("2.graphql", "{ nothing }");
        Write("3.graphql", "{\n  __typename");
        Write("4.graphql", "query A { __typename nowhere } query A { __typename }");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Documents:Path", _folder.Path)));

        Assert.Equal(
            """
            2.graphql:1:3: Cannot query field "nothing" on type "Query".
            3.graphql:2:13: Syntax Error: Expected Name, found <EOF>.
            4.graphql:1:22: Cannot query field "nowhere" on type "Query".
            4.graphql:1:7: There can be only one operation named "A".
            """,
            refusal.Message);
    }

    [Theory]
    [InlineData("""{"a": "{ __typename }", "a": "{ __typename }", "b": 1, "": "{ __typename }"}""", "m.json#a: two entries have this id. Generate the manifest anew.\nm.json#b: the document must be a string.\nm.json#: an id can't be empty.")]
    [InlineData("""{"a": "{ nothing }"}""", "m.json#a:1:3: Cannot query field \"nothing\" on type \"Query\".")]
    [InlineData("""{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "a", "body": "{ __typename }"}, {"id": "a", "body": "{ __typename }"}, {"id": "b"}, 7]}""", "m.json#a: two entries have this id. Generate the manifest anew.\nm.json#b: the document must be a string.\nm.json: `operations[3]` must be an object with an `id`, a string.")]
    [InlineData("""{"format": "another", "version": 1, "operations": []}""", "m.json: `format` must be \"apollo-persisted-query-manifest\".")]
    [InlineData("""{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}""", "m.json: `version` must be 1.")]
    [InlineData("""{"format": "apollo-persisted-query-manifest", "version": 1}""", "m.json: `operations` must be a list.")]
    [InlineData("""{"format": "apollo-persisted-query-manifest", "version": 1, "operations": []}""", "m.json: the manifest has no documents.")]
    [InlineData("{}", "m.json: the manifest has no documents.")]
    [InlineData("[]", "m.json: a manifest is a JSON object: Apollo's, with `format`, or Relay's, with an entry `\"id\": \"text\"` for each document.")]
    [InlineData("{\n\"a\": ", "m.json: no JSON at line 2, byte 6.")]
    [InlineData("""{"a": "\ud800"}""", "m.json: the text is not well-formed UTF-8.")]
    public async Task A_manifest_with_mistakes_keeps_the_server_from_starting(string manifest, string message)
    {
        var path = Write("m.json", manifest);

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Documents:Path", path)));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task An_empty_folder_is_a_mistake()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Documents:Path", _folder.Path)));

        Assert.Equal($"{_folder.Path}: the folder has no *.graphql file. Write each document to a file named by its id.", refusal.Message);
    }

    [Theory]
    [InlineData("Documents:Path", "/nowhere/at/all.json", "Documents:Path can't be read: Could not find a part of the path '/nowhere/at/all.json'.")]
    [InlineData("Documents:Mode", "only", "Documents:Mode is `only` and no document is trusted, so nothing could run. Set Documents:Path.")]
    [InlineData("Documents:Mode", "ban", "Documents:Mode can't be `ban`. `allow`: other documents run, too, and clients may register theirs. `only`: trusted documents alone. An example: allow")]
    [InlineData("Documents:CacheSize", "1024", "Documents:CacheSize can't be `1024`. Bytes for the documents that clients register, 16 MiB to 1 GiB; one caller's take an eighth at most. An example: 33554432")]
    [InlineData("Documents:CacheSize", "2000000000", "Documents:CacheSize can't be `2000000000`. Bytes for the documents that clients register, 16 MiB to 1 GiB; one caller's take an eighth at most. An example: 33554432")]
    public async Task A_wrong_setting_is_named(string key, string value, string message)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync((key, value)));

        Assert.Equal(message, refusal.Message);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        File.WriteAllText(path, text);
        return path;
    }
}
