using System.Diagnostics;
using System.Runtime.CompilerServices;
using SQLitePCL;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>One prepared statement, rented from its connection and given back by disposing. Spans that it shows are valid until it moves on.</summary>
internal sealed class Statement : IDisposable
{
    private readonly Connection _connection;
    private readonly sqlite3_stmt _handle;

    internal Statement(Connection connection, StatementKey key, sqlite3_stmt handle)
    {
        _connection = connection;
        _handle = handle;
        Key = key;
    }

    internal StatementKey Key { get; }

    /// <summary>Whether someone has it: giving it back twice would hand it to two at once.</summary>
    internal bool IsRented { get; set; } = true;

    /// <summary>Binds a parameter; the first is 1.</summary>
    internal void Bind(int parameter, long value) => _connection.Check(raw.sqlite3_bind_int64(_handle, parameter, value));

    internal void Bind(int parameter, scoped ReadOnlySpan<byte> value) => _connection.Check(raw.sqlite3_bind_blob(_handle, parameter, value));

    internal void Bind(int parameter, string value) => _connection.Check(raw.sqlite3_bind_text(_handle, parameter, value));

    /// <summary>Moves to the next row; false after the last.</summary>
    internal bool Step()
    {
        var result = raw.sqlite3_step(_handle);
        return result == raw.SQLITE_ROW || (result != raw.SQLITE_DONE && Throw(result));
    }

    /// <summary>Runs a statement whose rows do not matter; it can be bound again.</summary>
    internal void Run()
    {
        var result = raw.sqlite3_step(_handle);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Throw(result);
        }

        raw.sqlite3_reset(_handle);
    }

    /// <summary>Back before the first row; it can be bound again.</summary>
    internal void Reset() => raw.sqlite3_reset(_handle);

    /// <summary>A column of the row; the first is 0.</summary>
    internal long GetInt64(int column) => raw.sqlite3_column_int64(_handle, column);

    internal ReadOnlySpan<byte> GetBlob(int column) => raw.sqlite3_column_blob(_handle, column);

    internal string GetText(int column) => raw.sqlite3_column_text(_handle, column).utf8_to_string();

    public void Dispose()
    {
        if (!IsRented)
        {
            throw new UnreachableException("A statement was given back twice.");
        }

        IsRented = false;
        // Keys and documents must not stay bound while the statement waits.
        raw.sqlite3_reset(_handle);
        raw.sqlite3_clear_bindings(_handle);
        _connection.Return(this);
    }

    internal void Close() => _handle.Dispose();

    // Apart, so that Step stays small. The reset makes the statement usable again and leaves the connection's message.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Throw(int result)
    {
        var error = _connection.ErrorOf(result);
        raw.sqlite3_reset(_handle);
        throw error;
    }
}
