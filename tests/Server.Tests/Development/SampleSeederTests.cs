using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Development;

namespace OwnedData.Server.Tests.Development;

public sealed class SampleSeederTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Empty_collections_are_filled_and_others_left_alone()
    {
        using var opened = TestStore.Open(_folder.Path);
        var store = opened.Store;
        await store.ExecuteAsync(new InsertCommand("contacts") { Documents = [ExtendedJson.Parse("""{"_id":1,"owner_id":"dora"}""")] }, CancellationToken.None);

        await new SampleSeeder(store, TextWriter.Null).FillEmptyAsync(CancellationToken.None);
        await new SampleSeeder(store, TextWriter.Null).FillEmptyAsync(CancellationToken.None);

        Assert.Equal((7, 5, SampleData.CarolsNotes), (await CountAsync(store, "notes", "alice"), await CountAsync(store, "notes", "bob"), await CountAsync(store, "notes", "carol")));
        Assert.Equal((0, 1), (await CountAsync(store, "contacts", "alice"), await CountAsync(store, "contacts", "dora")));
    }

    [Fact]
    public async Task A_reset_brings_the_samples_back_and_keeps_what_others_made()
    {
        using var opened = TestStore.Open(_folder.Path);
        var store = opened.Store;
        var seeder = new SampleSeeder(store, TextWriter.Null);
        await seeder.FillEmptyAsync(CancellationToken.None);
        await store.ExecuteAsync(new DeleteCommand("notes") { Filter = OwnedBy("alice"), Multi = true }, CancellationToken.None);
        await store.ExecuteAsync(new InsertCommand("notes") { Documents = [ExtendedJson.Parse("""{"_id":1,"owner_id":"alice"}""")] }, CancellationToken.None);

        await seeder.ResetAsync(CancellationToken.None);

        Assert.Equal((8, 5, SampleData.CarolsNotes), (await CountAsync(store, "notes", "alice"), await CountAsync(store, "notes", "bob"), await CountAsync(store, "notes", "carol")));
        Assert.Equal((4, 3), (await CountAsync(store, "contacts", "alice"), await CountAsync(store, "contacts", "bob")));
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("contacts")]
    public void Samples_are_the_same_every_time_and_in_the_order_of_their_ids(string collection)
    {
        var ids = SampleData.Read(collection).Select(IdText).ToList();

        Assert.Equal(SampleData.Read(collection), SampleData.Read(collection));
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => TestStore.DropAsync(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private static string IdText(BsonDocument document) =>
        document.TryGetValue("_id"u8, out var id) ? Convert.ToHexString(id.Bytes) : throw new InvalidOperationException("No _id");

    private static BsonDocument OwnedBy(string owner) => ExtendedJson.Parse($$"""{"owner_id":"{{owner}}"}""");

    private static async Task<int> CountAsync(IMongoStore store, string collection, string owner)
    {
        var count = 0;
        await foreach (var batch in store.QueryAsync(new FindCommand(collection) { Filter = OwnedBy(owner) }, CancellationToken.None))
        {
            using (batch)
            {
                count += batch.Count;
            }
        }

        return count;
    }
}
