using OwnedData.Mongo;

namespace OwnedData.Server.Startup;

/// <summary>A store and who closes it: whoever opened it, and nobody on a request's way.</summary>
internal sealed class OpenedStore(IMongoStore store, IDisposable lifetime) : IDisposable
{
    public IMongoStore Store { get; } = store;

    public void Dispose() => lifetime.Dispose();
}
