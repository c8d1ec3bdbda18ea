namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>Several scans one after the other, each document once: a `$or` over several indexes where no order is asked for or gained.</summary>
internal sealed class SequentialScans(IReadOnlyList<IndexScan> scans) : RecordSource
{
    private readonly HashSet<long> _seen = [];
    private int _current;

    internal override ReadOnlySpan<byte> Current => scans[_current].Current;

    internal override long Record => scans[_current].Record;

    internal override bool MoveNext()
    {
        for (; _current < scans.Count; _current++)
        {
            while (scans[_current].MoveNext())
            {
                if (_seen.Add(Record))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public override void Dispose()
    {
        foreach (var scan in scans)
        {
            scan.Dispose();
        }
    }
}
