using SQLitePCL;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>One SQLite connection with its prepared statements. Used by one thread at a time: the writer, or whoever has rented it from the readers.</summary>
internal sealed class Connection : IDisposable
{
    private const int MaximumIdleStatements = 256;
    private const int BusyTimeoutMilliseconds = 5000;

    private readonly sqlite3 _handle;
    private readonly Dictionary<StatementKey, Stack<Statement>> _idle = [];
    private int _idleCount;

    private Connection(sqlite3 handle) => _handle = handle;

    internal long LastInsertedRecord => raw.sqlite3_last_insert_rowid(_handle);

    internal bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Opens the data file, making it when it is not there.</summary>
    /// <param name="path">The data file.</param>
    /// <param name="synchronous">SQLite's own name of the level.</param>
    /// <param name="maximumBytes">The most that the file may grow to; null for no bound.</param>
    internal static Connection Open(string path, string synchronous, long? maximumBytes)
    {
        Batteries_V2.Init();
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var result = raw.sqlite3_open_v2(path, out var handle, Flags, null);
        var connection = new Connection(handle);
        try
        {
            connection.Check(result);
            raw.sqlite3_extended_result_codes(handle, 1);
            raw.sqlite3_busy_timeout(handle, BusyTimeoutMilliseconds);
            connection.Execute("PRAGMA journal_mode=WAL");
            connection.Execute($"PRAGMA synchronous={synchronous}");
            connection.Execute("PRAGMA temp_store=MEMORY");
            if (maximumBytes is { } bytes)
            {
                connection.Execute($"PRAGMA max_page_count={bytes / connection.QueryInt64("PRAGMA page_size")}");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes a kept statement; dispose it to give it back. Two of the same kind can be out at the same time.</summary>
    internal Statement Rent(StatementKind kind, long collection = 0, long index = 0)
    {
        var key = new StatementKey(kind, collection, index);
        if (_idle.TryGetValue(key, out var idle) && idle.TryPop(out var statement))
        {
            _idleCount--;
            statement.IsRented = true;
            return statement;
        }

        return Prepare(key, StatementText.Of(kind, collection, index), raw.SQLITE_PREPARE_PERSISTENT);
    }

    /// <summary>Prepares SQL of the cold paths; dispose it to close it.</summary>
    internal Statement Prepare(string sql) => Prepare(new StatementKey(StatementKind.OneOff, 0, 0), sql, flags: 0);

    internal void Run(StatementKind kind)
    {
        using var statement = Rent(kind);
        statement.Run();
    }

    internal void Execute(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    internal long QueryInt64(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.GetInt64(0) : 0;
    }

    internal void Return(Statement statement)
    {
        if (statement.Key.Kind == StatementKind.OneOff)
        {
            statement.Close();
            return;
        }

        if (_idleCount >= MaximumIdleStatements)
        {
            CloseIdleStatements();
        }

        if (!_idle.TryGetValue(statement.Key, out var idle))
        {
            idle = new Stack<Statement>();
            _idle.Add(statement.Key, idle);
        }

        idle.Push(statement);
        _idleCount++;
    }

    internal void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw ErrorOf(result);
        }
    }

    internal StoreException ErrorOf(int result) => SqliteError.Of(_handle, result);

    /// <summary>Closes the statements that wait: before tables go, and when too many have gathered.</summary>
    internal void CloseIdleStatements()
    {
        foreach (var statement in _idle.Values.SelectMany(idle => idle))
        {
            statement.Close();
        }

        _idle.Clear();
        _idleCount = 0;
    }

    public void Dispose()
    {
        CloseIdleStatements();
        _handle.Dispose();
    }

    private Statement Prepare(StatementKey key, string sql, uint flags)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, flags, out var handle));
        return new Statement(this, key, handle);
    }
}
