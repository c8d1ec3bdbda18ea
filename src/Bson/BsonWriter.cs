using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace OwnedData.Bson;

/// <summary>
/// Writes one document into a growing pooled buffer: how every command and every stored document is made. Lengths are filled in when a level ends,
/// array elements are numbered here. Text BSON cannot hold throws <see cref="BsonException"/>, a call out of turn <see
/// cref="InvalidOperationException"/>. Not thread-safe.
/// </summary>
public sealed partial class BsonWriter : IDisposable
{
    private const int InitialCapacity = 512;
    private const int InDocument = -1;
    private const int NoName = -1;

    // Not the replacing default: text that changes on its way into the store would be a silent loss.
    internal static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer;
    private int _count;
    private (int Start, int NextIndex)[] _levels = new (int, int)[8];
    private int _depth;
    private int _typeOffset = NoName;

    public BsonWriter(int initialCapacity = InitialCapacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(initialCapacity);
    }

    /// <summary>Everything written so far; valid until the next write. It is a document once the outermost level has ended.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _count);

    public int WrittenCount => _count;

    /// <summary>A copy of the finished document.</summary>
    public BsonDocument ToDocument() =>
        _depth == 0 && _count > 0 ? new BsonDocument(WrittenSpan.ToArray()) : throw new InvalidOperationException("The document has not ended.");

    /// <summary>Forgets what was written and keeps the buffer.</summary>
    public void Reset()
    {
        _count = 0;
        _depth = 0;
        _typeOffset = NoName;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Reset();
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void WriteStartDocument() => StartLevel(BsonType.Document, InDocument);

    public void WriteEndDocument() => EndLevel(inArray: false);

    public void WriteStartArray()
    {
        if (_depth == 0)
        {
            throw new InvalidOperationException("The outermost level is a document.");
        }

        StartLevel(BsonType.Array, nextIndex: 0);
    }

    public void WriteEndArray() => EndLevel(inArray: true);

    /// <summary>Names the next value; only inside a document. The name must be UTF-8 without zero bytes; it may be empty.</summary>
    public void WriteName(ReadOnlySpan<byte> utf8Name)
    {
        if (_depth == 0 || _typeOffset != NoName || _levels[_depth - 1].NextIndex != InDocument)
        {
            throw new InvalidOperationException("A name is written only inside a document, and once a value.");
        }

        if (utf8Name.Contains((byte)0))
        {
            throw new BsonException("A name with a zero byte in it");
        }

        CheckUtf8(utf8Name);
        _typeOffset = _count;
        var target = Reserve(utf8Name.Length + 2);
        utf8Name.CopyTo(target[1..]);
        target[^1] = 0;
    }

    private static void CheckUtf8(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
        {
            throw new BsonException("Text is not UTF-8");
        }
    }

    private static int CountUtf8(string text)
    {
        try
        {
            return StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            throw new BsonException("Text with half of a surrogate pair has no UTF-8");
        }
    }

    private void StartLevel(BsonType type, int nextIndex)
    {
        if (_depth > 0)
        {
            BeginValue(type);
        }
        else if (_count > 0)
        {
            throw new InvalidOperationException("The document has ended already.");
        }

        if (_depth == _levels.Length)
        {
            Array.Resize(ref _levels, 2 * _depth);
        }

        _levels[_depth++] = (_count, nextIndex);
        Reserve(sizeof(int));
    }

    private void EndLevel(bool inArray)
    {
        if (_depth == 0 || _typeOffset != NoName || (_levels[_depth - 1].NextIndex != InDocument) != inArray)
        {
            throw new InvalidOperationException("The innermost level is of the other kind, or waits for a value.");
        }

        Reserve(1)[0] = 0;
        var start = _levels[--_depth].Start;
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(start), _count - start);
    }

    private void BeginValue(BsonType type)
    {
        if (_typeOffset != NoName)
        {
            _buffer[_typeOffset] = (byte)type;
            _typeOffset = NoName;
            return;
        }

        if (_depth == 0 || _levels[_depth - 1].NextIndex == InDocument)
        {
            throw new InvalidOperationException("A value inside a document needs a name.");
        }

        const int MaximumDigits = 10;
        var index = _levels[_depth - 1].NextIndex++;
        var target = Reserve(MaximumDigits + 2);
        target[0] = (byte)type;
        index.TryFormat(target[1..], out var digits);
        target[digits + 1] = 0;
        _count -= MaximumDigits - digits;
    }

    // The value's bytes right after its type and name, for the caller to fill completely.
    private Span<byte> BeginValue(BsonType type, int length)
    {
        BeginValue(type);
        return Reserve(length);
    }

    private Span<byte> Reserve(int length)
    {
        var start = _count;
        if (length > _buffer.Length - start)
        {
            Grow((long)start + length);
        }

        _count += length;
        return _buffer.AsSpan(start, length);
    }

    private void Grow(long needed)
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        if (needed > Array.MaxLength)
        {
            throw new BsonException("The document grows beyond 2 GiB");
        }

        var bigger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, 2L * _buffer.Length), Array.MaxLength));
        WrittenSpan.CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = bigger;
    }
}
