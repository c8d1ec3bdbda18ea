using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>The documents of some ranges of one index, in its order or against it. A document with several entries comes once, by the first of them.</summary>
internal sealed class IndexScan : RecordSource
{
    private const int RecordColumn = 0;
    private const int DocumentColumn = 1;
    private const int KeyColumn = 2;

    private readonly Statement _statement;
    private readonly ImmutableArray<KeyRange> _ranges;
    private readonly bool _isBackward;
    private readonly OperationContext _context;
    private readonly HashSet<long>? _seen;
    private int _nextRange;
    private bool _isInRange;

    internal IndexScan(
        Connection connection, CollectionDefinition collection, IndexDefinition index, ImmutableArray<KeyRange> ranges, bool isBackward, OperationContext context)
    {
        var kind = isBackward ? StatementKind.IndexScanBackward : StatementKind.IndexScanForward;
        _statement = connection.Rent(kind, collection.Id, index.Id);
        _ranges = ranges;
        _isBackward = isBackward;
        _context = context;
        _seen = index.IsMultikey ? [] : null;
    }

    internal override ReadOnlySpan<byte> Current => _statement.GetBlob(DocumentColumn);

    internal override long Record => _statement.GetInt64(RecordColumn);

    /// <summary>The entry by which the current document was found.</summary>
    internal ReadOnlySpan<byte> Key => _statement.GetBlob(KeyColumn);

    internal override bool MoveNext()
    {
        while (_isInRange || BeginRange())
        {
            if (!_statement.Step())
            {
                _isInRange = false;
                continue;
            }

            _context.KeysExamined++;
            _context.CountRead();
            if (_seen is null || _seen.Add(Record))
            {
                _context.DocumentsExamined++;
                return true;
            }
        }

        return false;
    }

    public override void Dispose() => _statement.Dispose();

    private bool BeginRange()
    {
        if (_nextRange == _ranges.Length)
        {
            return false;
        }

        var range = _ranges[_isBackward ? _ranges.Length - 1 - _nextRange : _nextRange];
        _nextRange++;
        _statement.Reset();
        _statement.Bind(1, range.Low);
        _statement.Bind(2, range.High);
        _isInRange = true;
        return true;
    }
}
