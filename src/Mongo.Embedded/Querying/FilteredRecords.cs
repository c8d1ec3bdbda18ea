using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>Checks the whole filter on every document, however it was found: an index is never trusted to do it.</summary>
internal sealed class FilteredRecords(RecordSource source, Filter filter) : RecordSource
{
    internal override ReadOnlySpan<byte> Current => source.Current;

    internal override long Record => source.Record;

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
