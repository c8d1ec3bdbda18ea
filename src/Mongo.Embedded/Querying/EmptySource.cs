namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>No documents: a collection that does not exist, or a filter that never matches.</summary>
internal sealed class EmptySource : RecordSource
{
    internal override ReadOnlySpan<byte> Current => default;

    internal override long Record => 0;

    internal override bool MoveNext() => false;

    public override void Dispose()
    {
    }
}
