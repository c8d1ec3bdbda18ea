using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Native.Driving;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>What the contract of stores doesn't ask, on a real server: many at once, leaving early, time limits, metrics.</summary>
public sealed class NativeMongoStoreTests : IDisposable
{
    private readonly string _database = TestMongoDB.NewDatabase();

    [ServerFact]
    public async Task A_thousand_commands_at_once_end_on_eight_connections_and_leave_the_thread_pool_free()
    {
        using var store = TestMongoDB.Open(_database, "maxPoolSize=8");
        await store.InsertAsync("busy", [.. Enumerable.Range(0, 100).Select(id => $"{{_id: {id}}}")]);

        var commands = Enumerable.Range(0, 1000).Select(number => number % 2 == 0 ? Read(number) : Write(number)).ToList();
        var probe = await Task.Run(() => commands.Exists(command => !command.IsCompleted));
        await Task.WhenAll(commands);

        // The probe got a thread of the pool while commands waited: they hold none.
        Assert.True(probe);
        Assert.Equal(500, (await store.FindAsync("written")).Count);

        async Task Read(int number) => Assert.Single(await store.FindAsync("busy", $"{{_id: {number % 100}}}"));

        async Task Write(int number) => await store.InsertAsync("written", $"{{_id: {number}}}");
    }

    [ServerFact]
    public async Task A_query_that_is_left_early_gives_its_connection_back()
    {
        using var store = TestMongoDB.Open(_database, "maxPoolSize=1");
        await InsertManyAsync(store, "left", 5000);

        for (var round = 0; round < 5; round++)
        {
            await foreach (var batch in store.QueryAsync(new FindCommand("left"), CancellationToken.None))
            {
                batch.Dispose();
                break;
            }
        }

        Assert.Equal(5000, (await store.FindAsync("left")).Count);
    }

    [ServerFact]
    public async Task A_query_that_is_cancelled_between_batches_stops_there()
    {
        using var store = TestMongoDB.Open(_database, "maxPoolSize=1");
        await InsertManyAsync(store, "cancelled", 5000);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var batch in store.QueryAsync(new FindCommand("cancelled"), cancellation.Token))
            {
                batch.Dispose();
                await cancellation.CancelAsync();
            }
        });

        Assert.Single(await store.FindAsync("cancelled", "{_id: 7}"));
    }

    [ServerFact]
    public async Task Many_cursors_at_once_are_each_read_to_their_end()
    {
        using var store = TestMongoDB.Open(_database, "maxPoolSize=4");
        await InsertManyAsync(store, "cursors", 3000);

        var counts = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await store.FindAsync("cursors")).Count));

        Assert.All(counts, count => Assert.Equal(3000, count));
    }

    [ServerFact]
    public async Task A_command_over_its_time_is_ended_by_the_server()
    {
        using var store = TestMongoDB.Open(_database);
        await InsertManyAsync(store, "slow", 2000);
        var command = new AggregateCommand("slow")
        {
            // Four million pairs: far more than one millisecond's.
            Pipeline = [Parse("""{$lookup: {from: "slow", let: {id: "$_id"}, pipeline: [{$match: {$expr: {$lt: ["$_id", "$$id"]}}}], as: "others"}}"""), Parse("""{$count: "n"}""")],
            MaxTime = TimeSpan.FromMilliseconds(1),
        };

        var error = await Assert.ThrowsAsync<StoreException>(() => store.QueryAsync(command));

        Assert.Equal(StoreErrorCode.MaxTimeMSExpired, error.Code);
    }

    [ServerFact]
    public async Task Commands_and_connections_are_measured()
    {
        var operations = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == DriverMetrics.MeterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (instrument.Name == "db.client.operation.duration" && tag is { Key: "db.operation.name", Value: string name })
                {
                    operations.Add(name);
                }
            }
        });
        var maximum = 0;
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => maximum = instrument.Name == "db.client.connection.max" ? Math.Max(maximum, value) : maximum);
        listener.Start();
        using var store = TestMongoDB.Open(_database, "maxPoolSize=77");

        await store.InsertAsync("measured", "{_id: 1}");
        await store.FindAsync("measured");
        listener.RecordObservableInstruments();

        // Other tests run beside this one.
        Assert.Contains("insert", operations);
        Assert.Contains("find", operations);
        Assert.True(maximum >= 77);
    }

    public void Dispose() => TestMongoDB.Run(_database, "{dropDatabase: 1}");

    private static Task InsertManyAsync(NativeMongoStore store, string collection, int count) =>
        store.InsertAsync(collection, [.. Enumerable.Range(0, count).Select(id => $"{{_id: {id}, text: \"{new string('x', 100)}\"}}")]);
}
