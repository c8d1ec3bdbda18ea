using System.Buffers;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>A document kept by a blocking sort, in a pooled buffer, with its sort keys and the place where it came.</summary>
internal sealed class SortedDocument(int fieldCount)
{
    private byte[] _bytes = [];

    internal ValueSlice[] Keys { get; } = new ValueSlice[fieldCount];

    internal int Length { get; private set; }

    internal long Order { get; private set; }

    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    internal void Set(ReadOnlySpan<byte> document, ReadOnlySpan<ValueSlice> keys, long order)
    {
        if (_bytes.Length < document.Length)
        {
            Release();
            _bytes = ArrayPool<byte>.Shared.Rent(document.Length);
        }

        document.CopyTo(_bytes);
        keys.CopyTo(Keys);
        Length = document.Length;
        Order = order;
    }

    internal void Release()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }
}
