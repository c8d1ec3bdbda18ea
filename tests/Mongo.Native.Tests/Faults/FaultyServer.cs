using System.Net;
using OwnedData.Mongo.Embedded;
using OwnedData.Mongo.Embedded.Wire;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>An embedded store, its listener, the proxy before it, and through that the driver: the server may go and come back, its data stay.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("owneddata-faults-").FullName;
    private readonly List<Exception> _bugs = [];
    private EmbeddedMongoStore _embedded;
    private WireListener _listener;

    /// <param name="maximumPoolSize">The driver's connections.</param>
    /// <param name="serverSelectionTimeoutMilliseconds">How long it looks for a server.</param>
    /// <param name="commandTime">What the store derives its patience from; null for a URI that says three seconds.</param>
    /// <param name="observer">Of the store.</param>
    /// <param name="connectTimeoutMilliseconds">How long connecting and logging in may take.</param>
    public FaultyServer(
        int maximumPoolSize = 4,
        int serverSelectionTimeoutMilliseconds = 5000,
        TimeSpan? commandTime = null,
        IDeploymentObserver? observer = null,
        int connectTimeoutMilliseconds = 3000)
    {
        (_embedded, _listener) = Start();
        Proxy = new FaultProxy(Address);
        Store = NativeMongoStore.Open(new NativeStoreOptions
        {
            // The driver asks every half second, the least it allows, whether a server that was away is back.
            Uri = $"mongodb://{WireListener.User}:{_listener.NewPassword}@127.0.0.1:{Proxy.Port}/{WireListener.Database}?directConnection=true"
                + $"{(commandTime is null ? "&socketTimeoutMS=3000" : "")}&connectTimeoutMS={connectTimeoutMilliseconds}&serverSelectionTimeoutMS={serverSelectionTimeoutMilliseconds}"
                + $"&heartbeatFrequencyMS=500&maxPoolSize={maximumPoolSize}",
            CommandTime = commandTime ?? TimeSpan.FromMinutes(5),
            Observer = observer,
        });
    }

    public FaultProxy Proxy { get; }

    /// <summary>The store under test.</summary>
    public NativeMongoStore Store { get; }

    /// <summary>The same data, past driver and proxy.</summary>
    public IMongoStore Truth => _embedded;

    private IPEndPoint Address => new(IPAddress.Loopback, _listener.Port);

    /// <summary>Ends the server and starts it again over the same data, on another port that the proxy then knows.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        (_embedded, _listener) = Start();
        Proxy.Server = Address;
    }

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        Proxy.Dispose();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(_bugs);
    }

    private (EmbeddedMongoStore Store, WireListener Listener) Start()
    {
        var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions { Folder = _folder, Synchronous = Synchronous.Normal }, TimeProvider.System);
        return (store, WireListener.Start(store, port: 0, _bugs.Add));
    }

    private async Task StopAsync()
    {
        await _listener.DisposeAsync();
        _embedded.Dispose();
    }
}
