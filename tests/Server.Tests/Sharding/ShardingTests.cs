using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Tests;
using OwnedData.Server.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Sharding;

/// <summary>A model's collections on a sharded cluster: which of them are sharded, and which shards a request asks.</summary>
public sealed class ShardingTests(ShardedCluster cluster) : IClassFixture<ShardedCluster>, IAsyncLifetime, IDisposable
{
    private const string Model = """
        type Note @collection(name: "notes") @owned @index(fields: ["title"]) { title: String!  number: Int! @unique }

        type Letter @collection(name: "letters") @owned @allow(where: { readers: { some: { eq: "$sub" } } }) { text: String!  readers: [ID!]! }

        type Code @collection(name: "codes") @public { text: String! }

        type Paper @collection(name: "papers") @owned @allow(where: { readers: { some: { eq: "$sub" } } })
          @restrict(where: { region: { eq: "$claim:region" } }) { region: String! @internal  text: String!  readers: [ID!]! }

        type Entry @collection(name: "entries") @owned @restrict(where: { region: { eq: "$claim:region" } }) { region: String! @internal  text: String! }
        """;

    private readonly string _database = $"test_{Guid.NewGuid():N}";
    private readonly TestFolder _folder = new();

    private string ModelPath => Path.Combine(_folder.Path, "model.graphql");

    [MongodFact]
    public async Task Apply_shards_each_collection_whose_every_command_names_one_shard_and_says_what_it_keeps()
    {
        const string Expected = """
            sharded: notes: owner_id
            unsharded, kept: letters: no one field is in every command
            unsharded, kept: codes: no one field is in every command
            sharded: papers: region
            sharded: entries: region, owner_id

            """;

        Assert.Equal(Expected, await ShardAsync());
        Assert.Equal(Expected, await ShardAsync());
    }

    [MongodFact]
    public async Task A_collection_that_is_sharded_otherwise_stays_so()
    {
        await cluster.Mongos.RunAsync($$"""{ "enableSharding": "{{_database}}" }""");
        await cluster.Mongos.RunAsync($$"""{ "shardCollection": "{{_database}}.notes", "key": { "owner_id": "hashed" } }""");

        Assert.Contains("sharded by another key, kept: notes\n", await ShardAsync(), StringComparison.Ordinal);
    }

    [MongodFact]
    public async Task What_MongoDB_does_not_shard_is_told_by_its_collection()
    {
        await cluster.Mongos.RunAsync("""{ "createIndexes": "notes", "indexes": [{ "name": "title_1", "key": { "title": 1 }, "unique": true }] }""", _database);

        var refusal = await Assert.ThrowsAsync<StartupException>(ShardAsync);

        Assert.StartsWith("notes can't be sharded by owner_id: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("unique", refusal.Message, StringComparison.Ordinal);
    }

    [MongodFact]
    public async Task A_server_that_is_no_mongos_is_left_as_it_is()
    {
        using var administration = cluster.FirstShard.Open("admin");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => new ShardApplication(administration, _database, TextWriter.Null).EnableAsync(default));

        Assert.Equal("--shard needs a sharded cluster, and Mongo:Uri leads to a server that is no mongos. Nothing was changed.", refusal.Message);
    }

    [MongodFact]
    public async Task Everything_that_an_owner_does_is_done_on_one_shard()
    {
        await ShardAsync();
        await SpreadAsync("notes");
        await using var server = await StartAsync();
        await RunAsync(server, "zoe", """mutation { createNote(input: { title: "of zoe", number: 1 }) { note { id } } }""");
        await ProfileAsync();

        var id = (await RunAsync(server, "alice", """mutation { createNote(input: { title: "a", number: 1 }) { note { id } } }""")).GetProperty("createNote").GetProperty("note").GetProperty("id").GetString();
        await RunAsync(server, "alice", """{ notes(where: { title: { startsWith: "a" } }, order: [{ title: ASC }]) { nodes { title } totalCount } }""");
        await RunAsync(server, "alice", $$"""{ note(id: "{{id}}") { title } }""");
        await RunAsync(server, "alice", $$"""mutation { updateNote(input: { id: "{{id}}", title: "b" }) { note { title } } }""");
        await RunAsync(server, "alice", $$"""mutation { deleteNote(input: { id: "{{id}}" }) { note { title } } }""");

        Assert.Equal(["command", "insert", "query"], (await AskedAsync(cluster.FirstShard, "notes")).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(await AskedAsync(cluster.SecondShard, "notes"));
        Assert.Equal("SINGLE_SHARD", await ExplainAsync("notes", """{ "owner_id": "alice", "title": "b" }"""));
    }

    [MongodFact]
    public async Task Rules_with_further_ways_in_stay_on_the_tenants_shard()
    {
        await ShardAsync();
        await SpreadAsync("papers", "region");
        await using var server = await StartAsync();
        await ProfileAsync();

        var id = (await RunAsync(server, "bob", """mutation { createPaper(input: { text: "to alice", readers: ["alice"] }) { paper { id } } }""")).GetProperty("createPaper").GetProperty("paper").GetProperty("id").GetString();
        var papers = await RunAsync(server, "alice", "{ papers { nodes { text } totalCount } }");
        await RunAsync(server, "bob", $$"""mutation { updatePaper(input: { id: "{{id}}", text: "b" }) { paper { text } } }""");
        await RunAsync(server, "bob", $$"""mutation { deletePaper(input: { id: "{{id}}" }) { paper { text } } }""");

        Assert.Equal("""{"papers":{"nodes":[{"text":"to alice"}],"totalCount":1}}""", papers.GetRawText());
        Assert.Equal(["command", "insert", "query"], (await AskedAsync(cluster.FirstShard, "papers")).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(await AskedAsync(cluster.SecondShard, "papers"));
    }

    [MongodFact]
    public async Task Rules_with_further_ways_in_ask_every_shard_of_a_collection_that_is_sharded_all_the_same()
    {
        await cluster.Mongos.RunAsync($$"""{ "enableSharding": "{{_database}}" }""");
        await cluster.Mongos.RunAsync($$"""{ "shardCollection": "{{_database}}.letters", "key": { "owner_id": 1 } }""");
        await SpreadAsync("letters");
        await using var server = await StartAsync();
        await RunAsync(server, "zoe", """mutation { createLetter(input: { text: "to alice", readers: ["alice"] }) { letter { text } } }""");
        await RunAsync(server, "alice", """mutation { createLetter(input: { text: "of alice", readers: [] }) { letter { text } } }""");
        await ProfileAsync();

        var letters = await RunAsync(server, "alice", "{ letters { nodes { text } } }");

        Assert.Equal(["of alice", "to alice"], letters.GetProperty("letters").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("text").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains("query", await AskedAsync(cluster.FirstShard, "letters"));
        Assert.Contains("query", await AskedAsync(cluster.SecondShard, "letters"));
    }

    public async Task InitializeAsync() => await File.WriteAllTextAsync(ModelPath, Model);

    public Task DisposeAsync() => Mongod.ReasonToLeaveOut is null ? cluster.Mongos.RunAsync("""{ "dropDatabase": 1 }""", _database) : Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private async Task<string> ShardAsync()
    {
        var model = ApiLoading.Load(ModelPath).Model;
        using var opened = StoreOpening.Open(new StoreSettings("", cluster.Uri, _database));
        using var administration = StoreOpening.OpenAdministration(new StoreSettings("", cluster.Uri, _database));
        using var output = new StringWriter { NewLine = "\n" };
        var sharding = new ShardApplication(administration.Store, _database, output);
        await sharding.EnableAsync(default);
        await StoreIndexes.ApplyAsync(opened.Store, model, default);
        await sharding.RunAsync(model, default);
        return output.ToString();
    }

    // What begins with a letter before m on the first shard, the rest on the second.
    private async Task SpreadAsync(string collection, string field = "owner_id")
    {
        await cluster.Mongos.RunAsync($$"""{ "split": "{{_database}}.{{collection}}", "middle": { "{{field}}": "m" } }""");
        foreach (var (value, shard) in new[] { ("a", "first"), ("z", "second") })
        {
            var move = await Record.ExceptionAsync(
                () => cluster.Mongos.RunAsync($$"""{ "moveChunk": "{{_database}}.{{collection}}", "find": { "{{field}}": "{{value}}" }, "to": "{{shard}}", "_waitForDelete": true }"""));

            // It may be there already.
            Assert.True(move?.Message.Contains("already", StringComparison.Ordinal) ?? true, move?.Message);
        }
    }

    private Task<TestServer> StartAsync() => TestServer.StartAsync(("Mongo:Uri", cluster.Uri), ("Mongo:Database", _database), ("Model", ModelPath));

    private async Task ProfileAsync()
    {
        foreach (var shard in new[] { cluster.FirstShard, cluster.SecondShard })
        {
            await shard.RunAsync("""{ "profile": 2 }""", _database);
        }
    }

    // What a shard has done with a collection since.
    private async Task<List<string>> AskedAsync(MongoProcess shard, string collection)
    {
        using var store = shard.Open(_database);
        var asked = new List<string>();
        var command = new FindCommand("system.profile") { Filter = BsonDocument.Parse($$"""{ "ns": "{{_database}}.{{collection}}" }""") };
        await foreach (var batch in store.QueryAsync(command, default))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    asked.Add(Text(batch.Next(ref offset), "op"u8));
                }
            }
        }

        return asked;
    }

    private async Task<string> ExplainAsync(string collection, string filter)
    {
        using var opened = StoreOpening.Open(new StoreSettings("", cluster.Uri, _database));
        var reply = await opened.Store.ExecuteAsync(new ExplainCommand(new FindCommand(collection) { Filter = BsonDocument.Parse(filter) }), default);
        return ExplainStatistics.Read(reply).Stages[0];
    }

    private static string Text(BsonDocument document, ReadOnlySpan<byte> name) =>
        document.TryGetValue(name, out var value) ? System.Text.Encoding.UTF8.GetString(value.AsString()) : "";

    /// <summary>The data; an answer with errors fails the test.</summary>
    private static async Task<JsonElement> RunAsync(TestServer server, string user, string query)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }), server.CreateToken(user, claims: [("region", "eu")]));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.False(answer.RootElement.TryGetProperty("errors", out _), answer.RootElement.GetRawText());
        return answer.RootElement.GetProperty("data").Clone();
    }
}
