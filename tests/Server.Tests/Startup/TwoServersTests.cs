using System.Text.Json;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Startup;

/// <summary>A server keeps nothing between requests: two on one database are one, where the environment names a MongoDB.</summary>
public sealed class TwoServersTests : IAsyncLifetime
{
    private const string SharedKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly string _database = $"test_{Guid.NewGuid():N}";

    [MongoFact]
    public Task Two_that_start_at_once_take_one_key_of_the_store_and_behave_as_one() => BehaveAsOneAsync(cursorsKey: null);

    [MongoFact]
    public Task Two_with_a_configured_key_behave_as_one() => BehaveAsOneAsync(SharedKey);

    [MongoFact]
    public async Task Many_writes_through_both_are_all_there_once()
    {
        await using var first = await StartAsync(SharedKey);
        await using var second = await StartAsync(SharedKey);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => RunAsync(
            number % 2 == 0 ? first : second, $$"""mutation { createNote(input: { title: "{{number:00}}" }) { note { id } } }""")));

        foreach (var server in new[] { first, second })
        {
            var notes = (await RunAsync(server, "{ notes(first: 50, order: [{ title: ASC }]) { totalCount nodes { title } } }")).GetProperty("notes");
            Assert.Equal(40, notes.GetProperty("totalCount").GetInt32());
            Assert.Equal(Enumerable.Range(0, 40).Select(number => $"{number:00}"), notes.GetProperty("nodes").EnumerateArray().Select(note => note.GetProperty("title").GetString()));
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (TestStore.Uri is { } uri)
        {
            using var opened = StoreOpening.Open(new StoreSettings("", uri, _database));
            foreach (var collection in ApiLoading.Load(path: null).Model.StoredTypes.Select(type => type.Collection).Append(ServerCollection.Name))
            {
                await opened.Store.ExecuteAsync(new DropCommand(collection), CancellationToken.None);
            }
        }
    }

    private async Task BehaveAsOneAsync(string? cursorsKey)
    {
        var servers = await Task.WhenAll(StartAsync(cursorsKey), StartAsync(cursorsKey));
        await using var first = servers[0];
        await using var second = servers[1];

        var id = (await RunAsync(first, """mutation { createNote(input: { title: "a" }) { note { id } } }"""))
            .GetProperty("createNote").GetProperty("note").GetProperty("id").GetString();
        await RunAsync(second, """mutation { createNote(input: { title: "b" }) { note { id } } }""");
        var page = await RunAsync(first, "{ notes(first: 1, order: [{ title: ASC }]) { nodes { id title } pageInfo { endCursor } } }");
        var cursor = page.GetProperty("notes").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var next = await RunAsync(second, $$"""{ notes(first: 1, after: "{{cursor}}", order: [{ title: ASC }]) { nodes { title } pageInfo { hasNextPage } } }""");
        await RunAsync(second, $$"""mutation { updateNote(input: { id: "{{id}}", title: "c" }) { note { title } } }""");
        var read = await RunAsync(first, $$"""{ node(id: "{{id}}") { ... on Note { title } } }""");
        await RunAsync(first, $$"""mutation { deleteNote(input: { id: "{{id}}" }) { note { title } } }""");
        var gone = await RunAsync(second, $$"""{ note(id: "{{id}}") { title } notes { totalCount } }""");

        Assert.Equal(id, page.GetProperty("notes").GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal("""{"notes":{"nodes":[{"title":"b"}],"pageInfo":{"hasNextPage":false}}}""", next.GetRawText());
        Assert.Equal("""{"node":{"title":"c"}}""", read.GetRawText());
        Assert.Equal("""{"note":null,"notes":{"totalCount":1}}""", gone.GetRawText());
    }

    private Task<TestServer> StartAsync(string? cursorsKey) =>
        TestServer.StartAsync(("Mongo:Uri", TestStore.Uri), ("Mongo:Database", _database), ("Cursors:Key", cursorsKey));

    /// <summary>The data, as alice; an answer with errors fails the test.</summary>
    private static async Task<JsonElement> RunAsync(TestServer server, string query)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }), server.CreateToken("alice"));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.False(answer.RootElement.TryGetProperty("errors", out _), answer.RootElement.GetRawText());
        return answer.RootElement.GetProperty("data").Clone();
    }
}
