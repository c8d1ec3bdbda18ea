using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>The `cursor` of a reply: where it stands, and its documents copied out of the driver's memory, the only time.</summary>
/// <param name="Id">The server's number of the cursor; 0 when this was all.</param>
/// <param name="Collection">Where to read on; not always the one that the command names.</param>
/// <param name="Batch">Null when there are no documents.</param>
internal readonly record struct CursorReply(long Id, string Collection, DocumentBatch? Batch)
{
    /// <summary>Throws <see cref="StoreException"/> where the reply isn't one of a cursor.</summary>
    public static CursorReply Read(ReadOnlySpan<byte> reply)
    {
        try
        {
            return ReadCursor(Find(reply));
        }
        catch (BsonException exception)
        {
            throw new StoreException(StoreErrorCode.InvalidBson, "A reply that isn't BSON", exception);
        }
    }

    private static CursorReply ReadCursor(ReadOnlySpan<byte> cursor)
    {
        var id = 0L;
        var collection = "";
        DocumentBatch? batch = null;
        var reader = new BsonReader(cursor);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("id"u8))
            {
                id = reader.Value.AsInt64();
            }
            else if (reader.NameSpan.SequenceEqual("ns"u8))
            {
                var name = reader.Value.AsString();
                collection = Encoding.UTF8.GetString(name[(name.IndexOf((byte)'.') + 1)..]);
            }
            else if (reader.NameSpan.SequenceEqual("firstBatch"u8) || reader.NameSpan.SequenceEqual("nextBatch"u8))
            {
                batch = Copy(reader.Value.AsArray());
            }
        }

        return new CursorReply(id, collection, batch);
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> reply)
    {
        var reader = new BsonReader(reply);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("cursor"u8))
            {
                return reader.Value.AsDocument();
            }
        }

        throw new StoreException(StoreErrorCode.ProtocolError, "A reply without a cursor");
    }

    private static DocumentBatch? Copy(ReadOnlySpan<byte> array)
    {
        var reader = new BsonReader(array);
        DocumentBatch? batch = null;
        while (reader.Read())
        {
            batch ??= new DocumentBatch(array.Length);
            batch.Add(reader.Value.AsDocument());
        }

        return batch;
    }
}
