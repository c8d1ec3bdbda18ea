using OwnedData.Mongo.Embedded;
using OwnedData.Mongo.Embedded.Wire;
using OwnedData.Mongo.Native;

namespace OwnedData.Mongo.Listener.Tests;

/// <summary>The contract by MongoDB's C driver over the wire protocol, with the log-in, each test on a store of its own.</summary>
public sealed class WireListenerContractTests : MongoStoreContract, IAsyncLifetime
{
    private readonly List<Exception> _bugs = [];
    private readonly EmbeddedMongoStore _embedded = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly WireListener _listener;
    private readonly NativeMongoStore _native;

    public WireListenerContractTests()
    {
        _listener = WireListener.Start(_embedded, port: 0, _bugs.Add);
        _native = NativeMongoStore.Open(new NativeStoreOptions
        {
            Uri = $"mongodb://{WireListener.User}:{_listener.NewPassword}@127.0.0.1:{_listener.Port}/{WireListener.Database}",
        });
    }

    protected override IMongoStore Store => _native;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _native.Dispose();
        await _listener.DisposeAsync();
        _embedded.Dispose();
        Assert.Empty(_bugs);
    }
}
