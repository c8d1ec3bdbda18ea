using System.Buffers;

namespace OwnedData.Execution.Responses;

/// <summary>
/// The response as it grows, in UTF-8: every writer of the request's last stage appends here, and rewinds with <see cref="Truncate"/> where null takes an object's place.
/// Growing beyond the given length throws <see cref="ResponseTooLargeException"/>. Not thread-safe.
/// </summary>
/// <param name="maximumLength">The most bytes a response may have.</param>
internal sealed class ResponseBuffer(int maximumLength) : IBufferWriter<byte>, IDisposable
{
    private const int InitialCapacity = 4096;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialCapacity);

    /// <summary>The bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    /// <inheritdoc cref="WrittenSpan"/>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Math.Min(_bytes.Length, maximumLength) - Length)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void WriteByte(byte value)
    {
        if (Length >= Math.Min(_bytes.Length, maximumLength))
        {
            MakeRoom(1);
        }

        _bytes[Length++] = value;
    }

    /// <summary>Forgets everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length);
        Length = length;
    }

    /// <summary>Room that may lie beyond the maximum: what counts is what <see cref="Advance"/> takes of it.</summary>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureCapacity(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    /// <inheritdoc cref="GetSpan"/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureCapacity(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - Length));
        if (count > maximumLength - Length)
        {
            throw new ResponseTooLargeException(maximumLength);
        }

        Length += count;
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void MakeRoom(int count)
    {
        if (count > maximumLength - Length)
        {
            throw new ResponseTooLargeException(maximumLength);
        }

        EnsureCapacity(count);
    }

    private void EnsureCapacity(int count)
    {
        if (count <= _bytes.Length - Length)
        {
            return;
        }

        ObjectDisposedException.ThrowIf(_bytes.Length == 0, this);
        var capacity = Math.Min(Math.Max(2L * _bytes.Length, (long)Length + count), Array.MaxLength);
        if (capacity - Length < count)
        {
            throw new ResponseTooLargeException(maximumLength);
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)capacity);
        WrittenSpan.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
