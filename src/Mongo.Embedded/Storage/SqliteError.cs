using SQLitePCL;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>Turns SQLite's result codes into the store's errors: the only place that knows them.</summary>
internal static class SqliteError
{
    private const int PrimaryCodeMask = 0xFF;

    internal static StoreException Of(sqlite3 connection, int result)
    {
        var detail = raw.sqlite3_errmsg(connection).utf8_to_string();
        return (result & PrimaryCodeMask) switch
        {
            raw.SQLITE_FULL => new StoreException(StoreErrorCode.OutOfDiskSpace, "The disk, or the space allowed to the data file, is full; the command was undone."),
            raw.SQLITE_CONSTRAINT => new StoreException(StoreErrorCode.DuplicateKey, detail),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StoreException(StoreErrorCode.FileStreamFailed, $"The data file is damaged, or no data file of this store: {detail}"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => new StoreException(StoreErrorCode.FileNotOpen, $"The data file cannot be written: {detail}"),
            raw.SQLITE_CANTOPEN => new StoreException(StoreErrorCode.FileNotOpen, $"The data file cannot be opened: {detail}"),
            raw.SQLITE_IOERR => new StoreException(StoreErrorCode.FileStreamFailed, $"Reading or writing the data file failed: {detail}"),
            raw.SQLITE_TOOBIG => new StoreException(StoreErrorCode.BsonObjectTooLarge, detail),
            _ => new StoreException(StoreErrorCode.InternalError, $"SQLite answered {result}: {detail}"),
        };
    }
}
