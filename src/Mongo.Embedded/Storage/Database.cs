namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>One data folder: its lock, the single writer, the readers and the newest catalogue.</summary>
internal sealed class Database : IDisposable
{
    private readonly FolderLock _folderLock;
    private readonly Connection _writer;
    private readonly ReaderPool _readers;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Func<Connection> _openReader;
    private readonly bool _isTemporary;
    private Catalogue _catalogue;
    private bool _isDisposed; // read and written under _writing

    private Database(FolderLock folderLock, Connection writer, int maximumReaders, Func<Connection> openReader, string folder, bool isTemporary)
    {
        _folderLock = folderLock;
        _writer = writer;
        _openReader = openReader;
        _readers = OpenReaders(maximumReaders);
        Folder = folder;
        _isTemporary = isTemporary;
        CatalogueTables.Prepare(writer);
        _catalogue = CatalogueTables.Load(writer);
    }

    internal string Folder { get; }

    internal Catalogue Catalogue => Volatile.Read(ref _catalogue);

    internal static Database Open(EmbeddedStoreOptions options)
    {
        var isTemporary = options.Folder is null;
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("owneddata-").FullName;
        var synchronous = isTemporary ? "OFF" : options.Synchronous == Synchronous.Full ? "FULL" : "NORMAL";
        var path = Path.Combine(folder, "data.db");
        var folderLock = FolderLock.Take(folder);
        Connection? writer = null;
        try
        {
            writer = Connection.Open(path, synchronous, options.MaximumFileBytes);
            return new Database(
                folderLock, writer, options.MaximumReaders, () => Connection.Open(path, synchronous, maximumBytes: null), folder, isTemporary);
        }
        catch
        {
            writer?.Dispose();
            folderLock.Dispose();
            throw;
        }
    }

    internal ValueTask<ReadSession> BeginReadAsync(CancellationToken cancellationToken) => _readers.BeginAsync(() => Catalogue, cancellationToken);

    /// <summary>More readers, beside those of <see cref="BeginReadAsync"/>. Whoever asks disposes them, before the database.</summary>
    internal ReaderPool OpenReaders(int maximum) => new(maximum, _openReader);

    internal async ValueTask<WriteSession> BeginWriteAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return new WriteSession(this, _writer, Catalogue);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    internal void Publish(Catalogue catalogue) => Volatile.Write(ref _catalogue, catalogue);

    internal void EndWrite() => _writing.Release();

    public void Dispose()
    {
        // A write never waits for anything while it holds this: the wait is short, and the write is whole.
        _writing.Wait();
        _isDisposed = true;
        _readers.Dispose();
        _writer.Dispose();
        _writing.Release();
        _folderLock.Dispose();
        if (_isTemporary)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
