using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>A `$match` after the first stages of a pipeline.</summary>
internal sealed class FilteredSource(DocumentSource source, Filter filter) : DocumentSource
{
    internal override ReadOnlySpan<byte> Current => source.Current;

    internal override bool MoveNext()
    {
        while (source.MoveNext())
        {
            if (filter.Matches(source.Current))
            {
                return true;
            }
        }

        return false;
    }

    public override void Dispose() => source.Dispose();
}
