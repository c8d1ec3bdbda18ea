using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$unwind`: a document for each element of the array at a path; what is no array counts as an array of itself.</summary>
/// <param name="source">The documents.</param>
/// <param name="path">Where the array is; it leads through no other array.</param>
/// <param name="indexField">Where the element's position is written; null for nowhere.</param>
/// <param name="keepsEmpty">Whether documents without an element stay.</param>
internal sealed class UnwoundSource(DocumentSource source, FieldPath path, FieldPath? indexField, bool keepsEmpty) : DocumentSource
{
    private readonly Queue<Operand> _elements = [];
    private readonly BsonWriter _writer = new();
    private readonly BsonWriter _indexed = new();
    private long _index;
    private bool _isArray;

    internal override ReadOnlySpan<byte> Current => (indexField is null ? _writer : _indexed).WrittenSpan;

    internal override bool MoveNext()
    {
        while (_elements.Count == 0)
        {
            if (!source.MoveNext())
            {
                return false;
            }

            if (!Begin() && keepsEmpty)
            {
                return WriteEmpty();
            }
        }

        return Write(_elements.Dequeue());
    }

    public override void Dispose()
    {
        source.Dispose();
        _writer.Dispose();
        _indexed.Dispose();
    }

    private bool Begin()
    {
        _index = 0;
        _isArray = false;
        if (Find() is not { Type: not (BsonType.Null or BsonType.Undefined) } found)
        {
            return false;
        }

        _isArray = found.Type == BsonType.Array;
        if (!_isArray)
        {
            _elements.Enqueue(found);
            return true;
        }

        var reader = new BsonReader(found.Value.Bytes);
        while (reader.Read())
        {
            _elements.Enqueue(Operand.From(reader.Value));
        }

        return _elements.Count > 0;
    }

    private Operand? Find()
    {
        var level = source.Current;
        for (var component = 0; FieldPath.TryFind(level, path[component], out var element); component++)
        {
            if (component + 1 == path.Length)
            {
                return Operand.From(element.Value);
            }

            if (element.ElementType != BsonType.Document)
            {
                return null;
            }

            level = element.ValueSpan;
        }

        return null;
    }

    private bool Write(Operand element)
    {
        _writer.Reset();
        FieldWriter.Set(_writer, source.Current, path, element);
        return WriteIndex(_isArray ? new Operand(BsonType.Int64, BitConverter.GetBytes(_index++)) : new Operand(BsonType.Null, default));
    }

    // An empty array goes, null and what is missing stay so.
    private bool WriteEmpty()
    {
        _writer.Reset();
        if (_isArray)
        {
            FieldWriter.Set(_writer, source.Current, path, value: null);
        }
        else
        {
            FieldWriter.Copy(_writer, source.Current);
        }

        return WriteIndex(new Operand(BsonType.Null, default));
    }

    private bool WriteIndex(Operand index)
    {
        if (indexField is not null)
        {
            _indexed.Reset();
            FieldWriter.Set(_indexed, _writer.WrittenSpan, indexField, index, intoArrays: false);
        }

        return true;
    }
}
