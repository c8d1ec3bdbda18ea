namespace OwnedData.Bson;

/// <summary>
/// Walks the elements of one document's own level, without allocating: the way every stored document and every command is read.
/// Every value it shows lies inside the document; malformed bytes throw <see cref="BsonException"/>. UTF-8 is not checked here (<see
/// cref="BsonValidator"/> does).
/// </summary>
public ref struct BsonReader
{
    private readonly ReadOnlySpan<byte> _document;
    private readonly int _end;
    private readonly int _baseOffset;
    private int _position;
    private int _nameLength;

    /// <summary>Starts before the first element. The span must be exactly one document (or array), its length prefix included.</summary>
    public BsonReader(ReadOnlySpan<byte> document)
        : this(document, baseOffset: 0)
    {
    }

    /// <param name="document">Exactly one document.</param>
    /// <param name="baseOffset">Where the document lies in a bigger one: added to the offsets in messages only.</param>
    internal BsonReader(ReadOnlySpan<byte> document, int baseOffset)
    {
        if (BsonLayout.MeasureDocument(document, baseOffset) != document.Length)
        {
            BsonException.Throw("Bytes follow the end of the document", baseOffset);
        }

        _document = document;
        _baseOffset = baseOffset;
        _end = document.Length - 1;
        _position = sizeof(int);
    }

    /// <summary>The type of the current element; zero before the first <see cref="Read"/> and after the last.</summary>
    public BsonType ElementType { get; private set; }

    /// <summary>The offset of the current element's type byte in the document.</summary>
    public int ElementOffset { get; private set; }

    /// <summary>The offset of the current value's first byte in the document.</summary>
    public int ValueOffset { get; private set; }

    /// <summary>The current element's name in UTF-8, without its terminator.</summary>
    public readonly ReadOnlySpan<byte> NameSpan => _document.Slice(ElementOffset + 1, _nameLength);

    /// <summary>All bytes of the current value, its own length prefix included; empty for null.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _document[ValueOffset.._position];

    public readonly BsonValue Value => BsonValue.Measured(ElementType, ValueSpan);

    /// <summary>Moves to the next element; false at the document's end.</summary>
    public bool Read()
    {
        if (_position >= _end)
        {
            ElementType = default;
            ElementOffset = ValueOffset = _position;
            _nameLength = 0;
            return false;
        }

        // The document's own terminator is not offered to names and values, so none can swallow it.
        var name = _document[(_position + 1).._end];
        var type = (BsonType)_document[_position];
        var nameLength = name.IndexOf((byte)0);
        if (nameLength < 0)
        {
            BsonException.Throw("An element's name is not terminated", _baseOffset + _position + 1);
        }

        var valueOffset = _position + nameLength + 2;
        var length = BsonLayout.MeasureValue(type, _document[valueOffset.._end], _baseOffset + valueOffset);
        ElementType = type;
        ElementOffset = _position;
        ValueOffset = valueOffset;
        _nameLength = nameLength;
        _position = valueOffset + length;
        return true;
    }
}
