using System.Collections.Concurrent;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Tests.Errors;

/// <summary>The servers on which errors are provoked: one for most of them, and one for each setting that the others can't live with. Started when first asked for.</summary>
public sealed class ErrorServers : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<TestServer>>> _servers = new();

    public Task<TestServer> GetAsync(string name) => _servers.GetOrAdd(name, _ => new Lazy<Task<TestServer>>(() => StartAsync(name))).Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await (await server.Value).DisposeAsync();
        }

        await TestStore.DropAsync(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    private Task<TestServer> StartAsync(string name) => name switch
    {
        "common" => TestServer.StartAsync(("GraphQL:MaximumBatch", "1"), ("Limits:DocumentBytes", "100000"), ("Limits:SelectionDepth", "4")),
        "trusted only" => TestServer.StartAsync(("Documents:Mode", "only"), ("Documents:Path", Write("documents/a.graphql", "{ __typename }"))),
        "without introspection" => TestServer.StartAsync(("GraphQL:Introspection", "off")),
        "without a limit of fields" => TestServer.StartAsync(("Limits:Fields", "2147483647")),
        "hasty" => TestServer.StartAsync(("Execution:Timeout", "00:00:00.1")),
        "for one request" => TestServer.StartAsync(("Limits:RequestBurst", "1"), ("Limits:RequestsPerSecond", "1")),
        "for one connection" => TestServer.StartAsync(("Limits:Connections", "1")),
        "without keys" => TestServer.StartAsync(
            "Production", ("Authentication:Schemes:Bearer:Authority", "https://127.0.0.1:1/"), ("Authentication:Schemes:Bearer:ValidAudience", "api")),
        "with other data" => StartWithOtherDataAsync(),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    // A type inside itself, and a list whose elements aren't what the model says.
    private async Task<TestServer> StartWithOtherDataAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder.Path, "data")).FullName;
        using (var opened = TestStore.Open(data))
        {
            var numbers = string.Join(',', Enumerable.Repeat("\"one\"", 1001));
            await opened.Store.ExecuteAsync(
                new InsertCommand("things") { Documents = [BsonDocument.Parse($$"""{"_id":{"$oid":"650000000000000000000001"},"owner_id":"alice","number":"one","numbers":[{{numbers}}]}""")] },
                CancellationToken.None);
        }

        TestKeys.WriteDevelopmentKey(data);
        var model = Write("model.graphql", "type Thing @collection(name: \"things\") @owned { number: Int  numbers: [Int]  part: Part }\ntype Part { part: Part  name: String }\n");
        return await TestServer.StartAsync(("Data", data), ("Model", model));
    }

    // Gives the path of the file, or of its folder when it has one of its own.
    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, text);
        return folder == _folder.Path ? path : folder;
    }
}
