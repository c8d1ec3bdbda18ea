using OwnedData.Mongo.Native.Tests.Faults;

namespace OwnedData.Mongo.Native.Tests.Monitoring;

/// <summary>What the driver's own monitors tell, as an observer gets it.</summary>
public sealed class DriverEventsTests
{
    private readonly RecordingObserver _observer = new();

    [DriverFact]
    public async Task A_server_that_comes_goes_and_comes_back_is_told_each_time_and_why()
    {
        await using var server = new FaultyServer(observer: _observer);
        var address = $"127.0.0.1:{server.Proxy.Port}";

        await server.Store.InsertAsync("notes", "{_id: 1}");
        await _observer.WaitForAsync($"{address}: Unknown -> Standalone");
        server.Proxy.Refuse();
        var reason = await _observer.WaitForAsync($"{address}: ");
        await _observer.WaitForAsync($"{address}: Standalone -> Unknown");
        server.Proxy.Accept();
        await _observer.WaitForAsync($"{address}: Unknown -> Standalone");

        Assert.DoesNotContain("->", reason, StringComparison.Ordinal);
        Assert.InRange(reason.Length, address.Length + 10, 600);
        Assert.Equal(["""{"_id": 1}"""], await server.Store.FindAsync("notes"));
    }

    [DriverFact]
    public async Task Another_primary_is_told_with_the_one_there_was()
    {
        using var set = new FakeReplicaSet();
        using var store = NativeMongoStore.Open(new NativeStoreOptions
        {
            Uri = $"mongodb://{set.First},{set.Second}/db?replicaSet=rs&heartbeatFrequencyMS=500&serverSelectionTimeoutMS=10000",
            Observer = _observer,
        });

        await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("notes"));
        await _observer.WaitForAsync($"primary:  -> {set.First}");
        set.Elect();
        var change = await _observer.WaitForAsync("primary: ");

        Assert.Equal($"primary: {set.First} -> {set.Second}", change);
    }

    [DriverFact]
    public async Task An_observer_that_throws_disturbs_nothing()
    {
        await using var server = new FaultyServer(observer: new ThrowingObserver());

        await server.Store.InsertAsync("notes", "{_id: 1}");

        Assert.Equal(["""{"_id": 1}"""], await server.Store.FindAsync("notes"));
    }

    private sealed class ThrowingObserver : IDeploymentObserver
    {
        public void ServerChanged(string server, string was, string now) => throw new InvalidOperationException();

        public void ServerFailed(string server, string reason) => throw new InvalidOperationException();

        public void PrimaryChanged(string? was, string now) => throw new InvalidOperationException();
    }
}
