using System.Buffers.Binary;

namespace OwnedData.Bson;

/// <summary>An IEEE 754-2008 decimal with 34 digits, kept as its bits, so reading and writing never changes a value or its cohort member.</summary>
public readonly partial struct Decimal128(ulong high, ulong low) : IEquatable<Decimal128>
{
    /// <summary>Sign, exponent and the upper 49 bits of the coefficient.</summary>
    public ulong High { get; } = high;

    /// <summary>The lower 64 bits of the coefficient.</summary>
    public ulong Low { get; } = low;

    public static bool operator ==(Decimal128 left, Decimal128 right) => left.Equals(right);

    public static bool operator !=(Decimal128 left, Decimal128 right) => !left.Equals(right);

    /// <summary>Writes the 16 bytes as BSON orders them; <paramref name="destination"/> must have room for them.</summary>
    public void WriteTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, Low);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], High);
    }

    /// <summary>Whether the bits are the same: 1.0 and 1.00 differ here and are equal to a numeric comparison.</summary>
    public bool Equals(Decimal128 other) => High == other.High && Low == other.Low;

    public override bool Equals(object? obj) => obj is Decimal128 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(High, Low);

    internal static Decimal128 ReadFrom(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes));
}
