using System.Buffers;
using OwnedData.Bson;

namespace OwnedData.Mongo;

/// <summary>Some documents of an answer, one after the other in one pooled buffer. Its documents are valid until it is disposed.</summary>
public sealed class DocumentBatch : IDisposable
{
    private byte[] _buffer;

    /// <summary>An empty batch with room for some bytes.</summary>
    public DocumentBatch(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The number of documents.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all documents.</summary>
    public int Length { get; private set; }

    /// <summary>All documents, one after the other: each begins with its length.</summary>
    public ReadOnlyMemory<byte> Documents => _buffer.AsMemory(0, Length);

    /// <summary>Copies a document to the end.</summary>
    public void Add(ReadOnlySpan<byte> document)
    {
        if (_buffer.Length - Length < document.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + document.Length));
            _buffer.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        document.CopyTo(_buffer.AsSpan(Length));
        Length += document.Length;
        Count++;
    }

    /// <summary>The document that begins at <paramref name="offset"/>; moves the offset to the next.</summary>
    public BsonDocument Next(ref int offset)
    {
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(offset));
        var document = new BsonDocument(_buffer.AsMemory(offset, length));
        offset += length;
        return document;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            Length = 0;
            Count = 0;
        }
    }
}
