using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Native.Tests.Faults;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>What the driver makes of our commands on the wire.</summary>
public sealed class SentCommandTests : IDisposable
{
    private readonly string _database = TestMongoDB.NewDatabase();
    private readonly FaultProxy _proxy = new(TestMongoDB.Server, remembersRequests: true);

    [ServerFact]
    public async Task Reads_and_writes_are_of_the_majority_unless_the_URI_says_otherwise()
    {
        using (var store = Open(""))
        {
            await UseAsync(store, "by_default");
        }

        using (var store = Open("&readConcernLevel=local&w=1"))
        {
            await UseAsync(store, "by_uri");
        }

        Assert.Equal((3, 2), _proxy.Count("by_default\0", "writeConcern", "majority"));
        Assert.Equal((3, 1), _proxy.Count("by_default\0", "readConcern", "majority"));
        Assert.Equal((3, 0), _proxy.Count("by_uri\0", "majority"));
        Assert.Equal((3, 1), _proxy.Count("by_uri\0", "readConcern", "local"));
    }

    [ServerFact]
    public async Task The_time_that_a_command_may_take_goes_with_it_and_an_insert_is_no_exception()
    {
        var time = TimeSpan.FromMilliseconds(12_345);
        using var store = Open("");

        await store.RunAsync(new InsertCommand("timed") { Documents = Documents("{_id: 1}"), MaxTime = time });
        await store.RunAsync(new FindAndModifyCommand("timed") { Filter = Parse("{_id: 1}"), Update = Parse("{$set: {a: 1}}"), MaxTime = time });
        await store.QueryAsync(new FindCommand("timed") { MaxTime = time });

        Assert.Equal((3, 3), _proxy.Count("timed\0", "maxTimeMS\0\x39\x30\0\0\0\0\0\0"));
    }

    [ServerFact]
    public async Task A_cursor_that_is_left_early_is_closed_on_the_server()
    {
        using var store = Open("");
        for (var id = 0; id < 50; id++)
        {
            await store.InsertAsync("left", $"{{_id: {id}, text: \"{new string('x', 1 << 20)}\"}}");
        }

        await foreach (var batch in store.QueryAsync(new FindCommand("left"), CancellationToken.None))
        {
            batch.Dispose();
            break;
        }

        // On the one connection there is, this comes after it.
        Assert.Single(await store.FindAsync("left", "{_id: 1}", projection: "{_id: 1}"));
        Assert.Equal((1, 1), _proxy.Count("killCursors\0", "lsid"));
    }

    public void Dispose()
    {
        _proxy.Dispose();
        TestMongoDB.Run(_database, "{dropDatabase: 1}");
    }

    private static async Task UseAsync(NativeMongoStore store, string collection)
    {
        await store.InsertAsync(collection, "{_id: 1}");
        await store.RunAsync(new FindAndModifyCommand(collection) { Filter = Parse("{_id: 1}"), Update = Parse("{$set: {a: 1}}") });
        Assert.Single(await store.FindAsync(collection));
    }

    private NativeMongoStore Open(string options) => NativeMongoStore.Open(new NativeStoreOptions
    {
        Uri = $"mongodb://{TestMongoDB.Credentials}127.0.0.1:{_proxy.Port}/?directConnection=true&maxPoolSize=1{options}",
        Database = _database,
    });
}
