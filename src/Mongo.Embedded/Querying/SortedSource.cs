using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>
/// A blocking sort, for when no index gives the order. With a limit it keeps only that many documents, the worst of them on top of a heap;
/// what it keeps is bounded (code 292). Equal documents stay in the order they came.
/// </summary>
internal sealed class SortedSource : DocumentSource
{
    private const long MaximumBytes = 100L << 20;
    private const int BytesPerDocument = 128;

    private readonly DocumentSource _source;
    private readonly SortSpecification _sort;
    private readonly long _limit;
    private readonly ValueSlice[] _keys;
    private readonly Comparison<SortedDocument> _compare;
    private List<SortedDocument>? _documents;
    private long _bytes;
    private int _position = -1;

    /// <param name="source">The documents.</param>
    /// <param name="sort">The order.</param>
    /// <param name="limit">How many of the first are wanted; <see cref="long.MaxValue"/> for all.</param>
    internal SortedSource(DocumentSource source, SortSpecification sort, long limit)
    {
        _source = source;
        _sort = sort;
        _limit = limit;
        _keys = new ValueSlice[sort.Fields.Count];
        _compare = Compare;
    }

    internal override ReadOnlySpan<byte> Current => _documents![_position].Span;

    internal override bool MoveNext()
    {
        _documents ??= ReadAll();
        return ++_position < _documents.Count;
    }

    public override void Dispose()
    {
        _source.Dispose();
        foreach (var document in _documents ?? [])
        {
            document.Release();
        }

        _documents = [];
    }

    private List<SortedDocument> ReadAll()
    {
        // Kept from here on by the field, so that disposing gives the buffers back if reading fails.
        var documents = _documents = [];
        var order = 0L;
        while (_source.MoveNext())
        {
            Add(documents, order++);
        }

        documents.Sort(_compare);
        return documents;
    }

    private void Add(List<SortedDocument> documents, long order)
    {
        var document = _source.Current;
        _sort.Extract(document, _keys);
        if (documents.Count < _limit)
        {
            var kept = new SortedDocument(_keys.Length);
            Keep(kept, document, order);
            documents.Add(kept);
            SiftUp(documents, documents.Count - 1);
        }
        else if (_sort.Compare(document, _keys, documents[0].Span, documents[0].Keys) < 0)
        {
            _bytes -= documents[0].Length + BytesPerDocument;
            Keep(documents[0], document, order);
            SiftDown(documents);
        }
    }

    private void Keep(SortedDocument kept, ReadOnlySpan<byte> document, long order)
    {
        _bytes += document.Length + BytesPerDocument;
        if (_bytes > MaximumBytes)
        {
            throw new StoreException(StoreErrorCode.ExceededMemoryLimit, $"Sort exceeded memory limit of {MaximumBytes} bytes");
        }

        kept.Set(document, _keys, order);
    }

    private void SiftUp(List<SortedDocument> heap, int index)
    {
        // Without a limit nothing is ever displaced, and the final sort is all that is needed.
        while (_limit < long.MaxValue && index > 0 && _compare(heap[index], heap[(index - 1) / 2]) > 0)
        {
            (heap[index], heap[(index - 1) / 2]) = (heap[(index - 1) / 2], heap[index]);
            index = (index - 1) / 2;
        }
    }

    private void SiftDown(List<SortedDocument> heap)
    {
        for (var index = 0; ;)
        {
            var worst = index;
            for (var child = 2 * index + 1; child <= 2 * index + 2 && child < heap.Count; child++)
            {
                worst = _compare(heap[child], heap[worst]) > 0 ? child : worst;
            }

            if (worst == index)
            {
                return;
            }

            (heap[index], heap[worst]) = (heap[worst], heap[index]);
            index = worst;
        }
    }

    private int Compare(SortedDocument left, SortedDocument right)
    {
        var difference = _sort.Compare(left.Span, left.Keys, right.Span, right.Keys);
        return difference != 0 ? difference : left.Order.CompareTo(right.Order);
    }
}
