using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>Reads and writes the catalogue's own tables, and makes and drops the tables it speaks of. Runs inside the writer's transaction.</summary>
internal static class CatalogueTables
{
    private const long ApplicationId = 0x4F446D31;

    /// <summary>Makes the tables in a new file; refuses a file of another program or of another format.</summary>
    internal static void Prepare(Connection connection)
    {
        var applicationId = connection.QueryInt64("PRAGMA application_id");
        if (applicationId == ApplicationId)
        {
            return;
        }

        if (applicationId != 0 || connection.QueryInt64("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new StoreException(StoreErrorCode.FileStreamFailed, "The data file belongs to another program or to another version of this store.");
        }

        connection.Run(StatementKind.BeginWrite);
        connection.Execute("CREATE TABLE collections(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE)");
        connection.Execute(
            "CREATE TABLE indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, " +
            "name TEXT NOT NULL, keys BLOB NOT NULL, is_unique INTEGER NOT NULL, multikey_fields INTEGER NOT NULL, UNIQUE(collection, name))");
        connection.Execute($"PRAGMA application_id={ApplicationId}");
        connection.Run(StatementKind.Commit);
    }

    internal static Catalogue Load(Connection connection)
    {
        var indexes = LoadIndexes(connection).ToLookup(row => row.Collection, row => row.Index);
        var collections = ImmutableDictionary.CreateBuilder<string, CollectionDefinition>();
        using var statement = connection.Prepare("SELECT id, name FROM collections");
        while (statement.Step())
        {
            var id = statement.GetInt64(0);
            var name = statement.GetText(1);
            collections.Add(name, new CollectionDefinition(id, name, [.. indexes[id]]));
        }

        return new Catalogue(connection.QueryInt64("PRAGMA user_version"), collections.ToImmutable());
    }

    internal static void SaveVersion(Connection connection, long version) => connection.Execute($"PRAGMA user_version={version}");

    /// <summary>Makes a collection without any index yet.</summary>
    internal static CollectionDefinition CreateCollection(Connection connection, string name)
    {
        using var insert = connection.Prepare("INSERT INTO collections(name) VALUES (?1)");
        insert.Bind(1, name);
        insert.Run();
        var id = connection.LastInsertedRecord;
        connection.Execute($"CREATE TABLE c{id}(record INTEGER PRIMARY KEY, document BLOB NOT NULL)");
        return new CollectionDefinition(id, name, []);
    }

    /// <summary>Makes an empty index; gives it back with its number.</summary>
    internal static IndexDefinition CreateIndex(Connection connection, CollectionDefinition collection, IndexDefinition index)
    {
        using var insert = connection.Prepare(
            "INSERT INTO indexes(collection, name, keys, is_unique, multikey_fields) VALUES (?1, ?2, ?3, ?4, 0)");
        insert.Bind(1, collection.Id);
        insert.Bind(2, index.Name);
        insert.Bind(3, index.Keys.Span);
        insert.Bind(4, index.IsUnique ? 1 : 0);
        insert.Run();
        var id = connection.LastInsertedRecord;
        var primaryKey = index.IsUnique ? "key" : "key, record";
        connection.Execute($"CREATE TABLE i{id}(key BLOB NOT NULL, record INTEGER NOT NULL, PRIMARY KEY({primaryKey})) WITHOUT ROWID");
        return index with { Id = id };
    }

    internal static void SaveMultikeyFields(Connection connection, IndexDefinition index)
    {
        using var update = connection.Prepare("UPDATE indexes SET multikey_fields = ?2 WHERE id = ?1");
        update.Bind(1, index.Id);
        update.Bind(2, index.MultikeyFields);
        update.Run();
    }

    internal static void DropIndex(Connection connection, IndexDefinition index)
    {
        connection.CloseIdleStatements();
        connection.Execute($"DROP TABLE i{index.Id}");
        connection.Execute($"DELETE FROM indexes WHERE id = {index.Id}");
    }

    internal static void DropCollection(Connection connection, CollectionDefinition collection)
    {
        connection.CloseIdleStatements();
        connection.Execute($"DROP TABLE c{collection.Id}");
        foreach (var index in collection.Indexes)
        {
            connection.Execute($"DROP TABLE i{index.Id}");
        }

        connection.Execute($"DELETE FROM indexes WHERE collection = {collection.Id}");
        connection.Execute($"DELETE FROM collections WHERE id = {collection.Id}");
    }

    internal static void RenameCollection(Connection connection, CollectionDefinition collection, string name)
    {
        using var update = connection.Prepare("UPDATE collections SET name = ?2 WHERE id = ?1");
        update.Bind(1, collection.Id);
        update.Bind(2, name);
        update.Run();
    }

    private static List<(long Collection, IndexDefinition Index)> LoadIndexes(Connection connection)
    {
        var rows = new List<(long, IndexDefinition)>();
        using var statement = connection.Prepare("SELECT collection, id, name, keys, is_unique, multikey_fields FROM indexes ORDER BY id");
        while (statement.Step())
        {
            var keys = new BsonDocument(statement.GetBlob(3).ToArray());
            var index = IndexDefinition.Create(statement.GetText(2), keys, statement.GetInt64(4) != 0);
            rows.Add((statement.GetInt64(0), index with { Id = statement.GetInt64(1), MultikeyFields = (uint)statement.GetInt64(5) }));
        }

        return rows;
    }
}
