using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace OwnedData.Bson;

/// <summary>The 12 bytes of a BSON ObjectId: seconds, a process's random number, a counter, all big-endian, so ids sort by their bytes.</summary>
public readonly struct ObjectId : IComparable<ObjectId>, IEquatable<ObjectId>
{
    public const int Length = 12;

    private static readonly ulong s_process = BinaryPrimitives.ReadUInt64BigEndian(RandomNumberGenerator.GetBytes(8)) >> 24;
    private static int s_counter = RandomNumberGenerator.GetInt32(1 << 24);

    private readonly ulong _high;
    private readonly uint _low;

    /// <summary>Takes exactly 12 bytes.</summary>
    public ObjectId(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new BsonException($"An ObjectId has 12 bytes, not {bytes.Length}");
        }

        _high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
    }

    private ObjectId(ulong high, uint low)
    {
        _high = high;
        _low = low;
    }

    public static bool operator ==(ObjectId left, ObjectId right) => left.Equals(right);

    public static bool operator !=(ObjectId left, ObjectId right) => !left.Equals(right);

    /// <summary>A new id; unique in this process for 16.7 million ids a second, and among processes by 40 random bits.</summary>
    public static ObjectId NewId(TimeProvider timeProvider)
    {
        var seconds = (uint)timeProvider.GetUtcNow().ToUnixTimeSeconds();
        var counter = (uint)Interlocked.Increment(ref s_counter) & 0xFFFFFF;
        return new ObjectId(((ulong)seconds << 32) | (s_process >> 8), ((uint)s_process << 24) | counter);
    }

    /// <summary>Reads exactly 24 hexadecimal digits of either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (utf8.Length != 2 * Length || Convert.FromHexString(utf8, bytes, out _, out _) != OperationStatus.Done)
        {
            id = default;
            return false;
        }

        id = new ObjectId(bytes);
        return true;
    }

    /// <summary>Reads exactly 24 hexadecimal digits of either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ObjectId id)
    {
        Span<byte> utf8 = stackalloc byte[2 * Length];
        id = default;
        return text?.Length == utf8.Length && Encoding.UTF8.TryGetBytes(text, utf8, out var written) && TryParse(utf8[..written], out id);
    }

    public static ObjectId Parse(ReadOnlySpan<byte> utf8) =>
        TryParse(utf8, out var id) ? id : throw new BsonException("An ObjectId is 24 hexadecimal digits");

    public static ObjectId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new BsonException("An ObjectId is 24 hexadecimal digits");

    /// <summary>Writes the 12 bytes; <paramref name="destination"/> must have room for them.</summary>
    public void WriteTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], _low);
    }

    /// <summary>Writes 24 lower-case hexadecimal digits; false where there is no room for them.</summary>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        Span<byte> bytes = stackalloc byte[Length];
        WriteTo(bytes);
        return Convert.TryToHexStringLower(bytes, utf8Destination, out bytesWritten);
    }

    public int CompareTo(ObjectId other) => _high == other._high ? _low.CompareTo(other._low) : _high.CompareTo(other._high);

    public bool Equals(ObjectId other) => _high == other._high && _low == other._low;

    public override bool Equals(object? obj) => obj is ObjectId other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_high, _low);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        WriteTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
