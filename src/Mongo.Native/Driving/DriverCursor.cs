using OwnedData.Bson;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>A query from its command to its last batch, on one client, one server and in one session: MongoDB wants it so of a cursor.</summary>
internal sealed class DriverCursor : IDisposable
{
    private readonly DriverClient _client;
    private readonly NativeDocument _options = new();
    private readonly NativeDocument _reply = new();
    private SessionHandle? _session;
    private CursorReply _position;

    private DriverCursor(DriverClient client) => _client = client;

    /// <summary>
    /// The batches; each next one blocks until the server has given it. A cursor that is left early is closed on the server. When the last batch is given the client is back in
    /// the pool already: the caller learns at one time of the batch and that it was the last, instead of being woken twice.
    /// </summary>
    public static IEnumerable<DocumentBatch> Read(ClientPool pool, CommandRoute route, BsonDocument command)
    {
        DocumentBatch? batch;
        using (var client = pool.Rent())
        using (var cursor = new DriverCursor(client))
        {
            batch = cursor.Open(route, command);
            while (cursor._position.Id != 0)
            {
                if (batch is not null)
                {
                    yield return batch;
                }

                batch = cursor.GetMore();
            }
        }

        if (batch is not null)
        {
            yield return batch;
        }
    }

    public void Dispose()
    {
        if (_position.Id != 0)
        {
            Kill();
        }

        _session?.Dispose();
        _reply.Dispose();
        _options.Dispose();
    }

    private DocumentBatch? Open(CommandRoute route, BsonDocument command)
    {
        _client.PinServer(_options);
        _session = _client.StartSession(_options);
        try
        {
            return Send(route, command);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.NamespaceNotFound)
        {
            // listIndexes alone minds that a collection is not there.
            return null;
        }
    }

    private DocumentBatch? GetMore()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt64("getMore"u8, _position.Id);
        writer.WriteString("collection"u8, _position.Collection);
        writer.WriteEndDocument();

        // After an error the server has no cursor that could be closed.
        _position = default;
        return Send(CommandRoute.Plain, writer.ToDocument());
    }

    private DocumentBatch? Send(CommandRoute route, BsonDocument command)
    {
        _client.Run(route, command.Span, _options, _reply);
        _position = CursorReply.Read(_reply.Read());
        return _position.Batch;
    }

    private void Kill()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("killCursors"u8, _position.Collection);
        writer.WriteStartArray("cursors"u8);
        writer.WriteInt64(_position.Id);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        try
        {
            _client.Run(CommandRoute.Plain, writer.ToDocument().Span, _options, _reply);
        }
        catch (StoreException)
        {
            // The server closes it itself after ten minutes.
        }
    }
}
