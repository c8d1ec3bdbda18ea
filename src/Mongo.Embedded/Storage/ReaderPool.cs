using System.Collections.Concurrent;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>A bounded number of reading connections, opened when first needed. Whoever finds none free waits.</summary>
internal sealed class ReaderPool(int maximum, Func<Connection> open) : IDisposable
{
    private readonly SemaphoreSlim _free = new(maximum);
    private readonly ConcurrentBag<Connection> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>Starts a snapshot. <paramref name="current"/> gives the newest published catalogue.</summary>
    internal async ValueTask<ReadSession> BeginAsync(Func<Catalogue> current, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        Connection? connection = null;
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            connection = _idle.TryTake(out var idle) ? idle : open();
            return new ReadSession(this, connection, BeginSnapshot(connection, current));
        }
        catch
        {
            connection?.Dispose();
            _free.Release();
            throw;
        }
    }

    internal void Return(Connection connection)
    {
        try
        {
            connection.Run(StatementKind.Commit);
            _idle.Add(connection);
        }
        catch (StoreException)
        {
            // A read transaction has nothing to lose: the connection is not used again.
            connection.Dispose();
        }

        _free.Release();
        CloseIdleWhenDisposed();
    }

    public void Dispose()
    {
        _isDisposed = true;
        CloseIdleWhenDisposed();
    }

    private void CloseIdleWhenDisposed()
    {
        while (_isDisposed && _idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    // The writer publishes a catalogue right after its commit: between the two, snapshot and catalogue can differ, so this tries again.
    private static Catalogue BeginSnapshot(Connection connection, Func<Catalogue> current)
    {
        while (true)
        {
            connection.Run(StatementKind.Begin);
            using (var version = connection.Rent(StatementKind.CatalogueVersion))
            {
                version.Step();
                if (current() is var catalogue && catalogue.Version == version.GetInt64(0))
                {
                    return catalogue;
                }
            }

            connection.Run(StatementKind.Commit);
            Thread.Yield();
        }
    }
}
