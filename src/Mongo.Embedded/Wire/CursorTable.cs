using System.Security.Cryptography;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>
/// The cursors that clients left open: a bounded number, none unused for longer than ten minutes, because each holds a snapshot of the data file. Whichever was unused the
/// longest makes room. A cursor that a command is reading is not in the table.
/// </summary>
internal sealed class CursorTable : IDisposable
{
    internal const int MaximumCursors = 48;

    private const int FirstBatchDocuments = 101;

    private static readonly TimeSpan s_idleTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_sweepTime = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _timeProvider;
    private readonly ITimer _sweeping;
    private readonly Lock _lock = new();
    private readonly Dictionary<long, OpenCursor> _cursors = []; // under _lock
    private bool _isDisposed; // under _lock

    internal CursorTable(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _sweeping = timeProvider.CreateTimer(_ => Sweep(), state: null, s_sweepTime, s_sweepTime);
    }

    /// <summary>The reply to the command that opened a cursor; keeps the cursor unless it is at its end.</summary>
    internal BsonDocument Begin(OpenCursor cursor, int? batchSize, bool isSingleBatch) =>
        Reply(cursor, NewId(), "firstBatch"u8, batchSize ?? FirstBatchDocuments, isSingleBatch);

    /// <summary>`getMore`.</summary>
    internal BsonDocument GetMore(BsonDocument command)
    {
        var reader = CommandReader.OfPart(command, "getMore");
        var (id, collection, batchSize) = (0L, "", (int?)null);
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "getMore":
                    id = reader.Int64();
                    break;
                case "collection":
                    collection = reader.String();
                    break;
                case "batchSize":
                    // Zero is as good as none.
                    batchSize = ClientCommand.SizeOf(reader.Value) is > 0 and var size ? size : null;
                    break;
                case "maxTimeMS":
                    // For cursors that wait for new documents; these never do.
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        if (Take(id, collection) is not { } cursor)
        {
            throw new StoreException(StoreErrorCode.CursorNotFound, $"cursor id {id} not found");
        }

        cursor.Resume(_timeProvider);
        return Reply(cursor, id, "nextBatch"u8, batchSize, isSingleBatch: false);
    }

    /// <summary>`killCursors`.</summary>
    internal BsonDocument Kill(BsonDocument command)
    {
        if (!command.TryGetValue("cursors"u8, out var ids) || ids.Type != BsonType.Array)
        {
            throw CommandReader.OfPart(command, "killCursors").Missing("cursors");
        }

        var (killed, unknown) = (new List<long>(), new List<long>());
        var reader = new BsonReader(ids.Bytes);
        while (reader.Read())
        {
            var id = reader.Value.AsInt64();
            using var cursor = Take(id, collection: null);
            (cursor is null ? unknown : killed).Add(id);
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        WriteIds(writer, "cursorsKilled"u8, killed);
        WriteIds(writer, "cursorsNotFound"u8, unknown);
        WriteIds(writer, "cursorsAlive"u8, []);
        WriteIds(writer, "cursorsUnknown"u8, []);
        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    public void Dispose()
    {
        _sweeping.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            CloseAll(_ => true);
        }
    }

    private BsonDocument Reply(OpenCursor cursor, long id, ReadOnlySpan<byte> batchName, int? batchSize, bool isSingleBatch)
    {
        var isKept = false;
        try
        {
            using var writer = new BsonWriter();
            writer.WriteStartDocument();
            writer.WriteStartDocument("cursor"u8);
            writer.WriteStartArray(batchName);
            isKept = cursor.WriteBatch(writer, batchSize) && !isSingleBatch;
            writer.WriteEndArray();
            writer.WriteInt64("id"u8, isKept ? id : 0);
            writer.WriteString("ns"u8, cursor.Namespace);
            writer.WriteEndDocument();
            writer.WriteDouble("ok"u8, 1);
            writer.WriteEndDocument();
            return writer.ToDocument();
        }
        finally
        {
            if (isKept)
            {
                Keep(id, cursor);
            }
            else
            {
                cursor.Dispose();
            }
        }
    }

    private void Keep(long id, OpenCursor cursor)
    {
        cursor.Pause(_timeProvider);
        lock (_lock)
        {
            _cursors[id] = cursor;
            if (_cursors.Count > MaximumCursors)
            {
                var oldest = _cursors.MinBy(entry => entry.Value.LastUsed).Value;
                CloseAll(open => open == oldest);
            }
            else if (_isDisposed)
            {
                CloseAll(_ => true);
            }
        }
    }

    private OpenCursor? Take(long id, string? collection)
    {
        lock (_lock)
        {
            return _cursors.TryGetValue(id, out var cursor) && (collection is null || cursor.Namespace.EndsWith($".{collection}", StringComparison.Ordinal))
                && _cursors.Remove(id) ? cursor : null;
        }
    }

    private void Sweep()
    {
        lock (_lock)
        {
            CloseAll(cursor => _timeProvider.GetElapsedTime(cursor.LastUsed) > s_idleTime);
        }
    }

    private void CloseAll(Predicate<OpenCursor> condition)
    {
        foreach (var (id, cursor) in _cursors.Where(entry => condition(entry.Value)).ToList())
        {
            _cursors.Remove(id);
            cursor.Dispose();
        }
    }

    // Not to be guessed, and never zero, which stands for no cursor.
    private static long NewId()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return (BitConverter.ToInt64(bytes) & long.MaxValue) | 1;
    }

    private static void WriteIds(BsonWriter writer, ReadOnlySpan<byte> name, List<long> ids)
    {
        writer.WriteStartArray(name);
        ids.ForEach(writer.WriteInt64);
        writer.WriteEndArray();
    }
}
