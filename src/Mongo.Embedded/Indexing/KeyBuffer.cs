namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>The growing bytes of one or more index keys while they are made. Kept and reset by whoever encodes many.</summary>
internal sealed class KeyBuffer
{
    private byte[] _bytes = new byte[256];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    internal void Reset() => Length = 0;

    /// <summary>Forgets everything from <paramref name="length"/> on.</summary>
    internal void Truncate(int length) => Length = length;

    internal void Append(byte value) => Reserve(1)[0] = value;

    internal void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>The next bytes, for the caller to fill completely.</summary>
    internal Span<byte> Reserve(int length)
    {
        var start = Length;
        if (length > _bytes.Length - start)
        {
            Array.Resize(ref _bytes, Math.Max(start + length, 2 * _bytes.Length));
        }

        Length = start + length;
        return _bytes.AsSpan(start, length);
    }

    /// <summary>Turns the order of everything from <paramref name="start"/> on around: a descending component.</summary>
    internal void Invert(int start) => Invert(_bytes.AsSpan(start..Length));

    internal static void Invert(Span<byte> component)
    {
        foreach (ref var value in component)
        {
            value = (byte)~value;
        }
    }
}
