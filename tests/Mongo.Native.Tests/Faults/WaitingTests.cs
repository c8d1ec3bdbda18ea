namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>Many callers, few connections and a server that doesn't answer: no caller waits on a thread.</summary>
public sealed class WaitingTests : IAsyncLifetime, IAsyncDisposable
{
    private const int Callers = 1000;
    private const int Connections = 50;

    // Fifty connections log in first, each of which is meant to be dear.
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(2);

    private readonly FaultyServer _server = new(Connections, commandTime: s_bound, connectTimeoutMilliseconds: 120_000);

    [DriverFact]
    public async Task A_thousand_callers_on_fifty_connections_wait_without_a_thread_and_all_are_answered()
    {
        await _server.Store.InsertAsync("notes", "{_id: 1}");
        var allConnectionsWait = _server.Proxy.HoldAsync("notes", Connections);

        // By one thread, which would not come to the second if the first blocked it.
        var queries = Enumerable.Range(0, Callers).Select(_ => _server.Store.FindAsync("notes")).ToList();
        await allConnectionsWait.WaitAsync(s_bound);
        var answeredEarly = queries.Count(query => query.IsCompleted);
        _server.Proxy.Release();
        var answers = await Task.WhenAll(queries);

        Assert.Equal(0, answeredEarly);
        Assert.All(answers, notes => Assert.Equal(["""{"_id": 1}"""], notes));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The only end that xunit calls.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
