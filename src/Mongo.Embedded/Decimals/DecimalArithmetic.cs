using System.Globalization;
using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Decimals;

/// <summary>Decimals as IEEE 754-2008 computes them: exact, then rounded half to even at 34 digits.</summary>
internal static class DecimalArithmetic
{
    private static readonly Decimal128 s_infinity = Decimal128.Parse("Infinity");
    private static readonly Decimal128 s_negativeInfinity = Decimal128.Parse("-Infinity");
    private static readonly Decimal128 s_zero = Decimal128.Parse("0");

    internal static Decimal128 Zero => s_zero;

    internal static Decimal128 Infinity => s_infinity;

    /// <summary>A double keeps its first 15 digits, as in MongoDB; integers are exact.</summary>
    internal static Decimal128 From(BsonValue number) => number.Type switch
    {
        BsonType.Decimal128 => number.AsDecimal128(),
        BsonType.Double => Decimal128.Parse(number.AsDouble().ToString("E14", CultureInfo.InvariantCulture)),
        BsonType.Int32 => From(number.AsInt32()),
        _ => From(number.AsInt64()),
    };

    internal static Decimal128 From(Int128 value) => Decimal128.Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A double with all the digits that fit.</summary>
    internal static Decimal128 FromExact(double value) =>
        double.IsFinite(value) ? DecimalParts.OfExact(value).ToDecimal128(isNegativeZero: double.IsNegative(value))
        : double.IsNaN(value) ? Decimal128.NaN
        : InfinityOf(value < 0);

    internal static bool IsZero(Decimal128 value) => !value.IsNaN && !value.IsInfinity && DecimalParts.Of(value).Coefficient.IsZero;

    internal static Decimal128 Negate(Decimal128 value) => new(value.High ^ (1UL << 63), value.Low);

    internal static Decimal128 Abs(Decimal128 value) => new(value.High & ~(1UL << 63), value.Low);

    internal static Decimal128 InfinityOf(bool isNegative) => isNegative ? s_negativeInfinity : s_infinity;

    internal static Decimal128 Add(Decimal128 left, Decimal128 right)
    {
        if (left.IsNaN || right.IsNaN || (left.IsInfinity && right.IsInfinity && left.IsNegative != right.IsNegative))
        {
            return Decimal128.NaN;
        }

        if (left.IsInfinity || right.IsInfinity)
        {
            return left.IsInfinity ? left : right;
        }

        var (a, b) = (DecimalParts.Of(left), DecimalParts.Of(right));
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return new DecimalParts(a.AtExponent(exponent) + b.AtExponent(exponent), exponent).ToDecimal128(isNegativeZero: left.IsNegative && right.IsNegative);
    }

    internal static Decimal128 Multiply(Decimal128 left, Decimal128 right)
    {
        if (left.IsNaN || right.IsNaN)
        {
            return Decimal128.NaN;
        }

        var isNegative = left.IsNegative != right.IsNegative;
        if (left.IsInfinity || right.IsInfinity)
        {
            return IsZero(left) || IsZero(right) ? Decimal128.NaN : InfinityOf(isNegative);
        }

        var (a, b) = (DecimalParts.Of(left), DecimalParts.Of(right));
        return new DecimalParts(a.Coefficient * b.Coefficient, a.Exponent + b.Exponent).ToDecimal128(isNegativeZero: isNegative);
    }

    /// <summary>The divisor is not zero.</summary>
    internal static Decimal128 Divide(Decimal128 left, Decimal128 right)
    {
        if (left.IsNaN || right.IsNaN || (left.IsInfinity && right.IsInfinity))
        {
            return Decimal128.NaN;
        }

        var isNegative = left.IsNegative != right.IsNegative;
        if (left.IsInfinity)
        {
            return InfinityOf(isNegative);
        }

        if (right.IsInfinity)
        {
            return Decimal128.Parse(isNegative ? "-0E-6176" : "0E-6176");
        }

        var (a, b) = (DecimalParts.Of(left), DecimalParts.Of(right));
        var shift = Math.Max(0, DecimalParts.Digits + 2 + b.Length - a.Length);
        var quotient = BigInteger.DivRem(a.Coefficient * BigInteger.Pow(10, shift), b.Coefficient, out var rest);
        var result = new DecimalParts(quotient, a.Exponent - b.Exponent - shift);
        return (rest.IsZero ? result.Stripped(a.Exponent - b.Exponent) : result).ToDecimal128(!rest.IsZero, isNegative);
    }

    /// <summary>The rest of a division that truncates, with the dividend's sign. The divisor is not zero.</summary>
    internal static Decimal128 Remainder(Decimal128 left, Decimal128 right)
    {
        if (left.IsNaN || right.IsNaN || left.IsInfinity)
        {
            return Decimal128.NaN;
        }

        if (right.IsInfinity)
        {
            return left;
        }

        var (a, b) = (DecimalParts.Of(left), DecimalParts.Of(right));
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return new DecimalParts(BigInteger.Remainder(a.AtExponent(exponent), b.AtExponent(exponent)), exponent).ToDecimal128(isNegativeZero: left.IsNegative);
    }

    /// <summary>The value is not negative.</summary>
    internal static Decimal128 SquareRoot(Decimal128 value)
    {
        if (value.IsNaN || value.IsInfinity || IsZero(value))
        {
            return value;
        }

        var parts = DecimalParts.Of(value);
        var shift = Math.Max(0, 2 * (DecimalParts.Digits + 2) - parts.Length);
        shift += (parts.Exponent - shift) & 1;
        var radicand = parts.Coefficient * BigInteger.Pow(10, shift);
        var root = IntegerRoot(radicand);
        var isExact = root * root == radicand;
        var result = new DecimalParts(root, (parts.Exponent - shift) / 2);
        return (isExact ? result.Stripped((int)Math.Floor(parts.Exponent / 2.0)) : result).ToDecimal128(!isExact);
    }

    /// <summary>Rounds to a place after the point (negative: before it) by one of the ways of <see cref="DecimalRounding"/>.</summary>
    internal static Decimal128 Round(Decimal128 value, int place, DecimalRounding rounding)
    {
        if (value.IsNaN || value.IsInfinity)
        {
            return value;
        }

        var parts = DecimalParts.Of(value);
        if (parts.Exponent >= -place)
        {
            return value;
        }

        var rounded = parts.RoundedTo(-place);
        if (rounding != DecimalRounding.HalfEven)
        {
            var unit = BigInteger.Pow(10, Math.Min(-place - parts.Exponent, parts.Length + 1));
            var quotient = BigInteger.DivRem(parts.Coefficient, unit, out var rest);
            quotient += rounding == DecimalRounding.Up && rest.Sign > 0 ? 1 : rounding == DecimalRounding.Down && rest.Sign < 0 ? -1 : 0;
            rounded = new DecimalParts(quotient, -place);
        }

        return rounded.ToDecimal128(isNegativeZero: value.IsNegative);
    }

    private static BigInteger IntegerRoot(BigInteger value)
    {
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + value / root) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
