using OwnedData.Mongo.Embedded.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>A listener of one test over a store of its own.</summary>
internal sealed class OpenListener : IAsyncDisposable
{
    private readonly EmbeddedMongoStore _store;

    internal OpenListener(EmbeddedMongoStore? store = null, TimeProvider? timeProvider = null)
    {
        _store = store ?? EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), timeProvider ?? TimeProvider.System);
        Listener = WireListener.Start(_store, port: 0, Bugs.Add);
    }

    internal WireListener Listener { get; }

    internal List<Exception> Bugs { get; } = [];

    internal Task<WireClient> ConnectAsync() => WireClient.ConnectAsync(Listener.Port);

    /// <summary>A client that has logged in.</summary>
    internal async Task<WireClient> EnterAsync()
    {
        var client = await ConnectAsync();
        Assert.Equal("""{"done": true, "ok": 1.0}""", await client.LogInAsync(Listener.NewPassword!));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Listener.DisposeAsync();
        _store.Dispose();
        Assert.Empty(Bugs);
    }
}
