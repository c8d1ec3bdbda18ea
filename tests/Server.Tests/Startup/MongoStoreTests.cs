using System.Globalization;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Startup;

/// <summary>The same server on a MongoDB, where the environment names one.</summary>
public sealed class MongoStoreTests : IAsyncLifetime
{
    private readonly string? _uri = TestStore.Uri;
    private readonly string _database = string.Create(CultureInfo.InvariantCulture, $"test_{Guid.NewGuid():N}");

    [MongoFact]
    public async Task The_sample_answers_as_it_does_on_the_embedded_store()
    {
        await using var server = await TestServer.StartAsync(("Mongo:Uri", _uri), ("Mongo:Database", _database), ("Development:SampleData", "true"));

        using var page = await server.PostAsync("""{"query":"{ notes(first: 2) { nodes { title tags } totalCount } }"}""", server.CreateToken("alice"));
        using var created = await server.PostAsync(
            """{"query":"mutation { createNote(input: { title: \"New\" }) { note { title } errors { __typename } } }"}""", server.CreateToken("alice"));
        using var foreign = await server.PostAsync("""{"query":"{ notes(where: { title: { eq: \"New\" } }) { totalCount } }"}""", server.CreateToken("bob"));

        Assert.Equal(
            """{"data":{"notes":{"nodes":[{"title":"Ask Bob about the telescope","tags":["stars","friends"]},{"title":"Sourdough, third attempt","tags":["kitchen","bread"]}],"totalCount":7}}}""",
            await page.Content.ReadAsStringAsync());
        Assert.Equal("""{"data":{"createNote":{"note":{"title":"New"},"errors":null}}}""", await created.Content.ReadAsStringAsync());
        Assert.Equal("""{"data":{"notes":{"totalCount":0}}}""", await foreign.Content.ReadAsStringAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        using var opened = StoreOpening.Open(new StoreSettings("", _uri, _database));
        foreach (var collection in new[] { "notes", "contacts", ServerCollection.Name })
        {
            await opened.Store.ExecuteAsync(new DropCommand(collection), CancellationToken.None);
        }
    }
}
