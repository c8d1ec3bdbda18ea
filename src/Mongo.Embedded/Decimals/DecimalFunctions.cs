using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Decimals;

/// <summary>Exponential function and logarithms of decimals, by series in whole numbers of <see cref="Scale"/>⁻¹: 60 digits, of which 34 are kept.</summary>
internal static class DecimalFunctions
{
    private const int Precision = 60;

    // Beyond these every result is infinity or zero.
    private const int LargestPower = 14_150;
    private const int SmallestPower = -14_230;

    private static readonly BigInteger Scale = BigInteger.Pow(10, Precision);
    private static readonly BigInteger s_ln2 = 2 * ArTanh(Scale / 3);
    private static readonly BigInteger s_ln10 = 3 * s_ln2 + 2 * ArTanh(Scale / 9);

    internal static Decimal128 Exp(Decimal128 power)
    {
        if (power.IsNaN)
        {
            return power;
        }

        if (power.IsInfinity || !Scaled(power, out var scaled))
        {
            return power.IsNegative ? Decimal128.Parse("0E-6176") : DecimalArithmetic.Infinity;
        }

        return Exp(scaled);
    }

    /// <summary>The value is above zero.</summary>
    internal static Decimal128 Ln(Decimal128 value) => value.IsNaN || value.IsInfinity ? value : Finish(ScaledLn(value), 0);

    /// <summary>The value is above zero.</summary>
    internal static Decimal128 Log10(Decimal128 value) =>
        value.IsNaN || value.IsInfinity ? value : Finish(ScaledLn(value) * Scale / s_ln10, 0);

    /// <summary>Both are above zero, and the base is not one.</summary>
    internal static Decimal128 Log(Decimal128 value, Decimal128 logarithmBase) =>
        value.IsNaN || value.IsInfinity || logarithmBase.IsNaN || logarithmBase.IsInfinity
            ? DecimalArithmetic.Divide(Ln(value), Ln(logarithmBase))
            : Finish(ScaledLn(value) * Scale / ScaledLn(logarithmBase), 0);

    /// <summary>A base above zero to any power.</summary>
    internal static Decimal128 Pow(Decimal128 value, Decimal128 power)
    {
        if (value.IsNaN || power.IsNaN)
        {
            return Decimal128.NaN;
        }

        if (DecimalArithmetic.IsZero(power))
        {
            return Decimal128.Parse("1");
        }

        var isAboveOne = value.IsInfinity || ScaledLn(value).Sign > 0;
        if (value.IsInfinity || power.IsInfinity)
        {
            return isAboveOne == power.IsNegative ? Decimal128.Parse("0") : DecimalArithmetic.Infinity;
        }

        var parts = DecimalParts.Of(power);
        var logarithm = ScaledLn(value);

        // A power this big makes infinity or zero of everything but one itself.
        if (parts.Exponent + parts.Length > Precision / 2)
        {
            return logarithm.IsZero ? Decimal128.Parse("1") : isAboveOne == power.IsNegative ? Decimal128.Parse("0") : DecimalArithmetic.Infinity;
        }

        return Exp(logarithm * ScaledOf(parts) / Scale);
    }

    private static Decimal128 Exp(BigInteger scaled)
    {
        if (scaled > LargestPower * Scale || scaled < SmallestPower * Scale)
        {
            return scaled.Sign < 0 ? Decimal128.Parse("0E-6176") : DecimalArithmetic.Infinity;
        }

        const int Halvings = 8;
        var tens = (int)(scaled / s_ln10);
        var rest = (scaled - tens * s_ln10) >> Halvings;
        var (sum, term) = (Scale, Scale);
        for (var i = 1; !term.IsZero && i < Precision; i++)
        {
            term = term * rest / Scale / i;
            sum += term;
        }

        for (var i = 0; i < Halvings; i++)
        {
            sum = sum * sum / Scale;
        }

        return Finish(sum, tens);
    }

    private static BigInteger ScaledLn(Decimal128 value)
    {
        var parts = DecimalParts.Of(value);
        var mantissa = parts.Coefficient * Scale / BigInteger.Pow(10, parts.Length - 1);
        var halvings = 0;
        while (mantissa * 2 > 3 * Scale)
        {
            mantissa >>= 1;
            halvings++;
        }

        return (parts.Exponent + parts.Length - 1) * s_ln10 + halvings * s_ln2 + 2 * ArTanh((mantissa - Scale) * Scale / (mantissa + Scale));
    }

    private static BigInteger ArTanh(BigInteger value)
    {
        var square = value * value / Scale;
        var (sum, power) = (BigInteger.Zero, value);
        for (var i = 1; !power.IsZero; i += 2)
        {
            sum += power / i;
            power = power * square / Scale;
        }

        return sum;
    }

    // False where the number has more digits before its point than any result could need.
    private static bool Scaled(Decimal128 value, out BigInteger scaled)
    {
        var parts = DecimalParts.Of(value);
        var isSmall = parts.Exponent + parts.Length < Precision / 2;
        scaled = isSmall ? ScaledOf(parts) : 0;
        return isSmall;
    }

    private static BigInteger ScaledOf(DecimalParts parts) => parts.Exponent >= -Precision ? parts.AtExponent(-Precision) : parts.RoundedTo(-Precision).Coefficient;

    // What the series leave below 50 digits is noise, and a result is as short as it can be.
    private static Decimal128 Finish(BigInteger scaled, int tens)
    {
        var parts = new DecimalParts(scaled, tens - Precision);
        var result = parts.RoundedTo(parts.Exponent + Math.Max(0, parts.Length - 50));
        result = result.RoundedTo(result.Exponent + Math.Max(0, result.Length - DecimalParts.Digits));
        return result.Stripped(0).ToDecimal128();
    }
}
