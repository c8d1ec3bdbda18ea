namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`skip`: passes over the first documents.</summary>
internal sealed class SkippedSource(DocumentSource source, long count) : DocumentSource
{
    private long _left = count;

    internal override ReadOnlySpan<byte> Current => source.Current;

    /// <summary>How many documents have to be found for a limit after a skip.</summary>
    internal static long Add(long skip, long limit) => skip > long.MaxValue - limit ? long.MaxValue : skip + limit;

    internal override bool MoveNext()
    {
        while (_left > 0)
        {
            if (!source.MoveNext())
            {
                return false;
            }

            _left--;
        }

        return source.MoveNext();
    }

    public override void Dispose() => source.Dispose();
}
