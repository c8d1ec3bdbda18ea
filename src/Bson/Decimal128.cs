using System.Buffers.Binary;

namespace OwnedData.Bson;

/// <summary>
/// An IEEE 754-2008 decimal with 34 digits, kept as its bits, so reading and writing never changes a value: 1.0 stays 1.0 and does not become 1.
/// </summary>
/// <param name="high">Sign, exponent and the upper 49 bits of the coefficient.</param>
/// <param name="low">The lower 64 bits of the coefficient.</param>
public readonly partial struct Decimal128(ulong high, ulong low) : IComparable<Decimal128>, IEquatable<Decimal128>
{
    private const int MaximumDigits = 34;
    private const int ExponentBias = 6176;
    private const int MinimumExponent = -6176;
    private const int MaximumExponent = 6111;
    private const int ExponentShift = 49;
    private const ulong ExponentMask = 0x3FFF;
    private const ulong SignBit = 1UL << 63;
    private const ulong InfinityBits = 0x7800_0000_0000_0000;
    private const ulong NaNBits = 0x7C00_0000_0000_0000;
    private const ulong LargeCoefficientBits = 0x6000_0000_0000_0000;

    private static readonly UInt128 s_largestCoefficient = PowerOfTen(MaximumDigits) - 1;

    public static Decimal128 NaN => new(NaNBits, 0);

    public ulong High { get; } = high;

    public ulong Low { get; } = low;

    public bool IsNaN => (High & NaNBits) == NaNBits;

    public bool IsInfinity => (High & NaNBits) == InfinityBits;

    /// <summary>Whether the sign bit is set; true for negative zero.</summary>
    public bool IsNegative => (High & SignBit) != 0;

    private bool HasLargeCoefficient => (High & LargeCoefficientBits) == LargeCoefficientBits;

    private int Exponent =>
        (int)((HasLargeCoefficient ? High >> (ExponentShift - 2) : High >> ExponentShift) & ExponentMask) - ExponentBias;

    // Bit patterns beyond 34 digits are valid and mean zero (IEEE 754-2008, 3.5.2).
    private UInt128 Coefficient
    {
        get
        {
            var coefficient = new UInt128(High & ((1UL << ExponentShift) - 1), Low);
            return HasLargeCoefficient || coefficient > s_largestCoefficient ? 0 : coefficient;
        }
    }

    public static bool operator ==(Decimal128 left, Decimal128 right) => left.Equals(right);

    public static bool operator !=(Decimal128 left, Decimal128 right) => !left.Equals(right);

    /// <summary>Writes the 16 bytes as BSON orders them; <paramref name="destination"/> must have room for them.</summary>
    public void WriteTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, Low);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], High);
    }

    /// <summary>Whether the bits are the same: 1.0 and 1.00 differ here and are equal to <see cref="CompareTo(Decimal128)"/>.</summary>
    public bool Equals(Decimal128 other) => High == other.High && Low == other.Low;

    public override bool Equals(object? obj) => obj is Decimal128 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(High, Low);

    internal static Decimal128 ReadFrom(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes));

    private static Decimal128 Encode(bool isNegative, UInt128 coefficient, int exponent)
    {
        var high = (ulong)(coefficient >> 64) | ((ulong)(exponent + ExponentBias) << ExponentShift) | (isNegative ? SignBit : 0);
        return new Decimal128(high, (ulong)coefficient);
    }

    private static UInt128 PowerOfTen(int exponent)
    {
        UInt128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static int CountDigits(UInt128 coefficient)
    {
        var digits = 1;
        for (UInt128 power = 10; digits < MaximumDigits && coefficient >= power; power *= 10)
        {
            digits++;
        }

        return digits;
    }
}
