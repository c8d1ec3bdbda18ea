using System.Globalization;
using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Decimals;

/// <summary>A finite decimal of any precision: coefficient times a power of ten. What decimals are computed with before they are rounded to 34 digits.</summary>
internal readonly record struct DecimalParts(BigInteger Coefficient, int Exponent)
{
    /// <summary>The digits of a Decimal128.</summary>
    internal const int Digits = 34;

    private const int LargestExponent = 6144;
    private const int SmallestExponent = -6176;

    /// <summary>How many digits the coefficient has.</summary>
    internal int Length => CountDigits(Coefficient);

    internal static DecimalParts Of(Decimal128 finite)
    {
        // The text is the public way to a decimal's parts; arithmetic on decimals is rare.
        var text = finite.ToString();
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (pointAt >= 0)
        {
            exponent -= mantissa.Length - pointAt - 1;
            mantissa = mantissa.Remove(pointAt, 1);
        }

        return new DecimalParts(BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    /// <summary>A finite double's exact value.</summary>
    internal static DecimalParts OfExact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        var coefficient = new BigInteger(exponent == 0 ? mantissa : mantissa | (1L << 52));
        exponent = Math.Max(exponent, 1) - 1075;
        coefficient = bits < 0 ? -coefficient : coefficient;
        return exponent >= 0
            ? new DecimalParts(coefficient << exponent, 0)
            : new DecimalParts(coefficient * BigInteger.Pow(5, -exponent), exponent).Stripped(0);
    }

    internal static int CountDigits(BigInteger value)
    {
        if (value.IsZero)
        {
            return 1;
        }

        var magnitude = BigInteger.Abs(value);
        var digits = (int)BigInteger.Log10(magnitude);
        digits = Math.Max(0, digits - 1);
        for (var power = BigInteger.Pow(10, digits); power <= magnitude; power *= 10)
        {
            digits++;
        }

        return digits;
    }

    /// <summary>The same number with a smaller exponent.</summary>
    internal BigInteger AtExponent(int exponent) => Coefficient * BigInteger.Pow(10, Exponent - exponent);

    /// <summary>Without trailing zeros, as long as the exponent is below the one that is wanted.</summary>
    internal DecimalParts Stripped(int wantedExponent)
    {
        var (coefficient, exponent) = (Coefficient, Exponent);
        while (exponent < wantedExponent && !coefficient.IsZero)
        {
            var quotient = BigInteger.DivRem(coefficient, 10, out var rest);
            if (!rest.IsZero)
            {
                break;
            }

            (coefficient, exponent) = (quotient, exponent + 1);
        }

        return new DecimalParts(coefficient, coefficient.IsZero ? Math.Max(exponent, wantedExponent) : exponent);
    }

    /// <summary>Rounds half to even until the exponent is at least <paramref name="exponent"/>. <paramref name="isInexact"/>: digits below were cut off before.</summary>
    internal DecimalParts RoundedTo(int exponent, bool isInexact = false)
    {
        var surplus = exponent - Exponent;
        if (surplus <= 0)
        {
            return this;
        }

        // Beyond its digits nothing but zero is left, however far that is.
        if (surplus > Length + 1)
        {
            return new DecimalParts(BigInteger.Zero, exponent);
        }

        var unit = BigInteger.Pow(10, surplus);
        var quotient = BigInteger.DivRem(BigInteger.Abs(Coefficient), unit, out var rest);
        var half = (rest * 2).CompareTo(unit);
        quotient += half > 0 || (half == 0 && (isInexact || !quotient.IsEven)) ? 1 : 0;
        return new DecimalParts(Coefficient.Sign < 0 ? -quotient : quotient, exponent);
    }

    /// <summary>As a Decimal128: 34 digits, infinity beyond the largest, zero below the smallest.</summary>
    internal Decimal128 ToDecimal128(bool isInexact = false, bool isNegativeZero = false)
    {
        var rounded = RoundedTo(Math.Max(SmallestExponent, Exponent + Length - Digits), isInexact);

        // 99…9 may have become 100…0.
        rounded = rounded.Length > Digits ? rounded.RoundedTo(rounded.Exponent + 1) : rounded;
        var digits = BigInteger.Abs(rounded.Coefficient).ToString(CultureInfo.InvariantCulture);
        var sign = rounded.Coefficient.Sign < 0 || (rounded.Coefficient.IsZero && (isNegativeZero || Coefficient.Sign < 0)) ? "-" : "";
        return Decimal128.Parse(
            !rounded.Coefficient.IsZero && digits.Length + rounded.Exponent - 1 > LargestExponent ? $"{sign}Infinity" : $"{sign}{digits}E{rounded.Exponent}");
    }
}
