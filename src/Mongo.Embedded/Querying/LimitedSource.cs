namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`limit`: never asks for more than it may give, so what is before it stops early.</summary>
internal sealed class LimitedSource(DocumentSource source, long limit) : DocumentSource
{
    private long _left = limit;

    internal override ReadOnlySpan<byte> Current => source.Current;

    internal override bool MoveNext() => _left-- > 0 && source.MoveNext();

    public override void Dispose() => source.Dispose();
}
