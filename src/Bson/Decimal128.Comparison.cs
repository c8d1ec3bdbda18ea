using System.Numerics;

namespace OwnedData.Bson;

/// <content>The numeric order, exact against integers and doubles too: a lossy conversion would let two different keys collide in an index.</content>
public readonly partial struct Decimal128
{
    /// <summary>Compares the numbers, whatever their trailing zeros. NaN equals NaN and is below all others, as MongoDB sorts.</summary>
    public int CompareTo(Decimal128 other)
    {
        if (IsNaN || other.IsNaN)
        {
            return other.IsNaN.CompareTo(IsNaN);
        }

        var sign = Sign;
        if (sign != other.Sign || sign == 0)
        {
            return sign.CompareTo(other.Sign);
        }

        if (IsInfinity || other.IsInfinity)
        {
            return sign * IsInfinity.CompareTo(other.IsInfinity);
        }

        return sign * CompareMagnitude(Coefficient, Exponent, other.Coefficient, other.Exponent);
    }

    public int CompareTo(long other) =>
        CompareTo(Encode(other < 0, (UInt128)Int128.Abs(other), exponent: 0));

    public int CompareTo(double other)
    {
        if (double.IsNaN(other))
        {
            return IsNaN ? 0 : 1;
        }

        if (IsNaN)
        {
            return -1;
        }

        var sign = Sign;
        if (sign != Math.Sign(other) || sign == 0)
        {
            return sign.CompareTo(Math.Sign(other));
        }

        if (IsInfinity || double.IsInfinity(other))
        {
            return sign * IsInfinity.CompareTo(double.IsInfinity(other));
        }

        return sign * CompareMagnitude(Coefficient, Exponent, Math.Abs(other));
    }

    private int Sign => !IsInfinity && Coefficient == 0 ? 0 : IsNegative ? -1 : 1;

    private static int CompareMagnitude(UInt128 left, int leftExponent, UInt128 right, int rightExponent)
    {
        var magnitudes = (CountDigits(left) + leftExponent).CompareTo(CountDigits(right) + rightExponent);
        if (magnitudes != 0)
        {
            return magnitudes;
        }

        // Equally long before the point: the exponents differ by less than the 34 digits, so neither product overflows.
        return leftExponent > rightExponent
            ? (left * PowerOfTen(leftExponent - rightExponent)).CompareTo(right)
            : left.CompareTo(right * PowerOfTen(rightExponent - leftExponent));
    }

    private static int CompareMagnitude(UInt128 coefficient, int exponent, double other)
    {
        // Beyond every finite double, or below the smallest: decided here, so the exact numbers below stay under 1,300 bits.
        const int MostIntegerDigits = 309;
        const int MostLeadingZeros = -323;
        var magnitude = CountDigits(coefficient) + exponent;
        if (magnitude is > MostIntegerDigits or < MostLeadingZeros)
        {
            return magnitude > MostIntegerDigits ? 1 : -1;
        }

        var bits = BitConverter.DoubleToUInt64Bits(other);
        var binaryExponent = (int)(bits >> 52);
        var mantissa = bits & ((1UL << 52) - 1);
        if (binaryExponent == 0)
        {
            binaryExponent = 1;
        }
        else
        {
            mantissa |= 1UL << 52;
        }

        binaryExponent -= 1075;
        var left = (BigInteger)coefficient * BigInteger.Pow(10, Math.Max(exponent, 0)) << Math.Max(-binaryExponent, 0);
        var right = (BigInteger)mantissa * BigInteger.Pow(10, Math.Max(-exponent, 0)) << Math.Max(binaryExponent, 0);
        return left.CompareTo(right);
    }
}
