using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>The one writer's transaction: either committed, catalogue included, before anything is acknowledged, or undone as a whole by disposing.</summary>
internal sealed class WriteSession : Session, IDisposable
{
    private readonly Database _database;
    private readonly Dictionary<long, KeyGenerator> _keyGenerators = [];
    private Catalogue _catalogue;
    private bool _isCatalogueChanged;

    internal WriteSession(Database database, Connection connection, Catalogue catalogue)
        : base(connection)
    {
        _database = database;
        _catalogue = catalogue;
        connection.Run(StatementKind.BeginWrite);
    }

    internal override Catalogue Catalogue => _catalogue;

    internal void Commit()
    {
        if (_isCatalogueChanged)
        {
            _catalogue = _catalogue with { Version = _catalogue.Version + 1 };
            CatalogueTables.SaveVersion(Connection, _catalogue.Version);
        }

        Connection.Run(StatementKind.Commit);
        _database.Publish(_catalogue);
    }

    /// <summary>Whether an error was one document's, so that what was written before it can be kept; the disk's errors undo the whole command.</summary>
    internal bool CanKeepAfter(StoreException error) =>
        Connection.IsInTransaction
        && error.Code is not (StoreErrorCode.OutOfDiskSpace or StoreErrorCode.FileStreamFailed or StoreErrorCode.FileNotOpen
            or StoreErrorCode.InternalError or StoreErrorCode.MaxTimeMSExpired);

    internal void Change(Catalogue catalogue)
    {
        _catalogue = catalogue;
        _isCatalogueChanged = true;
    }

    /// <summary>The collection, made with its index of `_id` when it is not there.</summary>
    internal CollectionDefinition FindOrCreate(string name)
    {
        if (_catalogue.Find(name) is { } found)
        {
            return found;
        }

        var collection = CatalogueTables.CreateCollection(Connection, name);
        collection = collection with { Indexes = [CatalogueTables.CreateIndex(Connection, collection, IndexDefinition.OfId)] };
        Change(_catalogue.With(collection));
        return collection;
    }

    internal void Drop(CollectionDefinition collection)
    {
        CatalogueTables.DropCollection(Connection, collection);
        Change(_catalogue.Without(collection));
    }

    internal KeyGenerator KeysOf(IndexDefinition index)
    {
        if (!_keyGenerators.TryGetValue(index.Id, out var generator))
        {
            generator = new KeyGenerator(index);
            _keyGenerators.Add(index.Id, generator);
        }

        return generator;
    }

    /// <summary>Notes that arrays were met on some of an index's fields; gives back the index as it is now.</summary>
    internal void NoteMultikey(string collectionName, long indexId, uint fields)
    {
        var collection = _catalogue.Find(collectionName)!;
        var index = collection.Indexes.First(candidate => candidate.Id == indexId);
        if ((index.MultikeyFields | fields) == index.MultikeyFields)
        {
            return;
        }

        index = index with { MultikeyFields = index.MultikeyFields | fields };
        CatalogueTables.SaveMultikeyFields(Connection, index);
        Change(_catalogue.With(Catalogue.Replace(collection, index)));
    }

    public void Dispose()
    {
        // After a commit, or when SQLite has undone everything by itself, there is nothing left to undo.
        if (Connection.IsInTransaction)
        {
            Connection.Run(StatementKind.Rollback);
        }

        _database.EndWrite();
    }
}
