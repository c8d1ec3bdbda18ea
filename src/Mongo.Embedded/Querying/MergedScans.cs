namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>
/// Several scans that each give the order, merged by comparing what follows the leading values of their entries; each document once.
/// Reads one entry ahead in each scan and no more.
/// </summary>
internal sealed class MergedScans(IReadOnlyList<IndexScan> scans, IReadOnlyList<int> sortKeyOffsets, bool isBackward) : RecordSource
{
    private readonly bool[] _isAtDocument = new bool[scans.Count];
    private readonly HashSet<long> _seen = [];
    private int _current = -1;

    internal override ReadOnlySpan<byte> Current => scans[_current].Current;

    internal override long Record => scans[_current].Record;

    internal override bool MoveNext()
    {
        do
        {
            Advance();
            _current = FindFirst();
        }
        while (_current >= 0 && !_seen.Add(Record));

        return _current >= 0;
    }

    public override void Dispose()
    {
        foreach (var scan in scans)
        {
            scan.Dispose();
        }
    }

    private void Advance()
    {
        if (_current >= 0)
        {
            _isAtDocument[_current] = scans[_current].MoveNext();
            return;
        }

        for (var scan = 0; scan < scans.Count; scan++)
        {
            _isAtDocument[scan] = scans[scan].MoveNext();
        }
    }

    // A handful of scans: looking at each is cheaper than keeping a heap.
    private int FindFirst()
    {
        var first = -1;
        for (var scan = 0; scan < scans.Count; scan++)
        {
            if (_isAtDocument[scan] && (first < 0 || IsBefore(scan, first)))
            {
                first = scan;
            }
        }

        return first;
    }

    private bool IsBefore(int left, int right)
    {
        var difference = scans[left].Key[sortKeyOffsets[left]..].SequenceCompareTo(scans[right].Key[sortKeyOffsets[right]..]);
        return isBackward ? difference > 0 : difference < 0;
    }
}
