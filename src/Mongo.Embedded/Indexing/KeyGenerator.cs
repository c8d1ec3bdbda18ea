using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>Makes a document's entries of one index: its rows of keys, encoded, in order, each once. One writer uses it at a time.</summary>
internal sealed class KeyGenerator
{
    private readonly IndexDefinition _index;
    private readonly KeyExtractor _extractor;
    private readonly ValueSlice[] _single;
    private readonly KeyBuffer _buffer = new();

    internal KeyGenerator(IndexDefinition index)
    {
        _index = index;
        _extractor = new KeyExtractor([.. index.Fields.Select(field => field.Path)]);
        _single = new ValueSlice[index.Fields.Length];
    }

    /// <summary>Gives the entries and a bit for every field that met an array. Two arrays side by side are refused (code 171).</summary>
    internal byte[][] Generate(ReadOnlySpan<byte> document, out uint multikeyFields)
    {
        multikeyFields = 0;
        if (_extractor.TryExtractSingle(document, _single))
        {
            return [Encode(document, _single)];
        }

        var rows = new List<ValueSlice>();
        if (!_extractor.TryExtractAll(document, rows))
        {
            throw new StoreException(StoreErrorCode.CannotIndexParallelArrays, $"cannot index parallel arrays of one document in index {_index.Name}")
            {
                IndexName = _index.Name,
            };
        }

        multikeyFields = FindArrays(document);
        var keys = new SortedSet<byte[]>(KeyComparer.Instance);
        for (var row = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows); row.Length > 0; row = row[_single.Length..])
        {
            keys.Add(Encode(document, row[.._single.Length]));
        }

        return [.. keys];
    }

    private uint FindArrays(ReadOnlySpan<byte> document)
    {
        var fields = 0u;
        for (var field = 0; field < _index.Fields.Length; field++)
        {
            if (!new KeyExtractor([_index.Fields[field].Path]).TryExtractSingle(document, _single))
            {
                fields |= 1u << field;
            }
        }

        return fields;
    }

    private byte[] Encode(ReadOnlySpan<byte> document, ReadOnlySpan<ValueSlice> row)
    {
        _buffer.Reset();
        for (var field = 0; field < row.Length; field++)
        {
            var start = _buffer.Length;
            KeyEncoder.Encode(_buffer, row[field].In(document));
            if (_index.Fields[field].Descending)
            {
                _buffer.Invert(start);
            }
        }

        return _buffer.Written.ToArray();
    }
}
