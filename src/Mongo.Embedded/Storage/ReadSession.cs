namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>One snapshot, held by an open read transaction; disposing ends it and gives the connection back to the readers.</summary>
internal sealed class ReadSession : Session, IDisposable
{
    private readonly ReaderPool _pool;
    private bool _isOpen = true;

    internal ReadSession(ReaderPool pool, Connection connection, Catalogue catalogue)
        : base(connection)
    {
        _pool = pool;
        Catalogue = catalogue;
    }

    internal override Catalogue Catalogue { get; }

    public void Dispose()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _pool.Return(Connection);
        }
    }
}
