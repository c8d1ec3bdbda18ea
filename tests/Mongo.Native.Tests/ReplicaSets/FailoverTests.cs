using System.Collections.Concurrent;
using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Native.Tests.ReplicaSets;

/// <summary>Load on a replica set while its primary steps down, is killed and comes back.</summary>
public sealed class FailoverTests
{
    private const int Writers = 6;

    private static readonly StoreErrorCode[] s_expected =
    [
        StoreErrorCode.HostUnreachable, StoreErrorCode.FailedToSatisfyReadPreference, StoreErrorCode.ShutdownInProgress,

        // NetworkTimeout, PrimarySteppedDown, NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, WriteConcernFailed.
        (StoreErrorCode)89, (StoreErrorCode)189, (StoreErrorCode)10107, (StoreErrorCode)11600, (StoreErrorCode)11602, (StoreErrorCode)13435, (StoreErrorCode)13436, (StoreErrorCode)64,
    ];

    private readonly ConcurrentBag<StoreException> _errors = [];
    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly ConcurrentBag<string> _tried = [];

    [MongodFact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_nothing_is_done_twice_while_primaries_go()
    {
        await using var set = await ReplicaSet.StartAsync();
        using var store = NativeMongoStore.Open(new NativeStoreOptions { Uri = set.Uri, Database = "app" });
        await store.InsertAsync("counters", [.. Enumerable.Range(0, Writers).Select(writer => $"{{_id: {writer}, n: 0, done: []}}")]);
        using var end = new CancellationTokenSource();
        var load = Enumerable.Range(0, Writers).Select(writer => WriteAsync(store, writer, end.Token)).ToArray();

        await AfterAsync(200);
        var first = await set.FindPrimaryAsync();
        await Record.ExceptionAsync(() => first.RunAsync("""{ "replSetStepDown": 10, "force": true }"""));
        await AfterAsync(200);
        var second = await set.FindPrimaryAsync();
        await second.KillAsync();
        await AfterAsync(200);
        await second.RestartAsync();
        await AfterAsync(200);
        await end.CancelAsync();
        await Task.WhenAll(load);

        Assert.NotEqual(first.Address, second.Address);
        Assert.All(_errors, error => Assert.Contains(error.Code, s_expected));
        var inserted = (await store.FindAsync("inserts")).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(_acknowledged.Select(id => $$"""{"_id": "{{id}}"}""").Except(inserted, StringComparer.Ordinal));
        var done = new List<string>();
        foreach (var counter in await ReadCountersAsync(store))
        {
            Assert.Equal(counter.Count, counter.Done.Count);
            done.AddRange(counter.Done);
        }

        Assert.Equal(done.Distinct(StringComparer.Ordinal).Count(), done.Count);
        Assert.Empty(_acknowledged.Except(done, StringComparer.Ordinal));
        Assert.Empty(done.Except(_tried, StringComparer.Ordinal));
    }

    // Each round inserts a document and counts it; both have the round's name. A round counts as acknowledged when both are.
    private async Task WriteAsync(NativeMongoStore store, int writer, CancellationToken end)
    {
        for (var round = 0; !end.IsCancellationRequested; round++)
        {
            var name = $"{writer}-{round}";
            _tried.Add(name);
            try
            {
                await store.ExecuteAsync(new InsertCommand("inserts") { Documents = Documents($$"""{_id: "{{name}}"}""") }, CancellationToken.None);
                await store.ExecuteAsync(
                    new FindAndModifyCommand("counters") { Filter = Parse($"{{_id: {writer}}}"), Update = Parse($$$"""{$inc: {n: 1}, $push: {done: "{{{name}}}"}}""") }, CancellationToken.None);
                _acknowledged.Add(name);
            }
            catch (StoreException exception)
            {
                _errors.Add(exception);
            }
        }
    }

    // Until so many rounds more are acknowledged: the pool has recovered.
    private async Task AfterAsync(int rounds)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var goal = _acknowledged.Count + rounds; _acknowledged.Count < goal;)
        {
            await Task.Delay(20, time.Token);
        }
    }

    private static async Task<List<(int Count, List<string> Done)>> ReadCountersAsync(NativeMongoStore store)
    {
        var counters = new List<(int, List<string>)>();
        foreach (var text in await store.FindAsync("counters"))
        {
            using var counter = System.Text.Json.JsonDocument.Parse(text);
            counters.Add((
                counter.RootElement.GetProperty("n").GetInt32(),
                [.. counter.RootElement.GetProperty("done").EnumerateArray().Select(name => name.GetString()!)]));
        }

        return counters;
    }
}
