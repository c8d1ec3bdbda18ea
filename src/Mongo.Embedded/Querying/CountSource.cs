using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$count`: one document with the number of documents before it, or none when there are none.</summary>
internal abstract class CountSource(byte[] field) : DocumentSource
{
    private readonly BsonWriter _writer = new(initialCapacity: 64);
    private bool _isDone;

    internal override ReadOnlySpan<byte> Current => _writer.WrittenSpan;

    internal override bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        _isDone = true;
        var count = Count();
        if (count == 0)
        {
            return false;
        }

        _writer.WriteStartDocument();
        WriteCount(count);
        _writer.WriteEndDocument();
        return true;
    }

    public override void Dispose() => _writer.Dispose();

    /// <summary>Counts to the end; called once.</summary>
    protected abstract long Count();

    private void WriteCount(long count)
    {
        // As MongoDB: the smallest integer type that holds it.
        if (count <= int.MaxValue)
        {
            _writer.WriteInt32(field, (int)count);
        }
        else
        {
            _writer.WriteInt64(field, count);
        }
    }
}
