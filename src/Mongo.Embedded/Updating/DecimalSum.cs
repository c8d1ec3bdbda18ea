using System.Globalization;
using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Adds and multiplies decimals as IEEE 754-2008 does: exact, then rounded half to even at 34 digits.</summary>
internal static class DecimalSum
{
    private const int Digits = 34;
    private const int LargestMagnitude = 6144;
    private const int SmallestExponent = -6176;
    private const int LargestExponent = 6111;

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

        var (leftCoefficient, leftExponent) = Split(left);
        var (rightCoefficient, rightExponent) = Split(right);
        var exponent = Math.Min(leftExponent, rightExponent);
        var sum = (leftCoefficient * BigInteger.Pow(10, leftExponent - exponent)) + (rightCoefficient * BigInteger.Pow(10, rightExponent - exponent));
        return Round(BigInteger.Abs(sum), exponent, sum.IsZero ? left.IsNegative && right.IsNegative : sum.Sign < 0);
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
            return IsZero(left) || IsZero(right) ? Decimal128.NaN : Decimal128.Parse(isNegative ? "-Infinity" : "Infinity");
        }

        var (leftCoefficient, leftExponent) = Split(left);
        var (rightCoefficient, rightExponent) = Split(right);
        return Round(BigInteger.Abs(leftCoefficient * rightCoefficient), leftExponent + rightExponent, isNegative);
    }

    /// <summary>A double keeps its first 15 digits, as in MongoDB; integers are exact.</summary>
    internal static Decimal128 From(BsonValue number) => number.Type switch
    {
        BsonType.Decimal128 => number.AsDecimal128(),
        BsonType.Double => Decimal128.Parse(number.AsDouble().ToString("E14", CultureInfo.InvariantCulture)),
        BsonType.Int32 => Decimal128.Parse(number.AsInt32().ToString(CultureInfo.InvariantCulture)),
        _ => Decimal128.Parse(number.AsInt64().ToString(CultureInfo.InvariantCulture)),
    };

    private static (BigInteger Coefficient, int Exponent) Split(Decimal128 value)
    {
        // The text is the public way to a decimal's parts; $inc on decimals is rare.
        var text = value.ToString();
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (pointAt >= 0)
        {
            exponent -= mantissa.Length - pointAt - 1;
            mantissa = mantissa.Remove(pointAt, 1);
        }

        return (BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    private static bool IsZero(Decimal128 value) => value.CompareTo(0L) == 0;

    private static Decimal128 Round(BigInteger magnitude, int exponent, bool isNegative)
    {
        var surplus = Math.Max(CountDigits(magnitude) - Digits, SmallestExponent - exponent);
        if (surplus > 0)
        {
            magnitude = RoundOff(magnitude, surplus);
            exponent += surplus;
            if (CountDigits(magnitude) > Digits)
            {
                magnitude /= 10;
                exponent++;
            }
        }

        var sign = isNegative ? "-" : "";
        return Decimal128.Parse(
            magnitude.IsZero ? $"{sign}0E{Math.Min(exponent, LargestExponent)}"
            : CountDigits(magnitude) + exponent - 1 > LargestMagnitude ? $"{sign}Infinity"
            : $"{sign}{magnitude.ToString(CultureInfo.InvariantCulture)}E{exponent}");
    }

    private static BigInteger RoundOff(BigInteger magnitude, int digits)
    {
        // What lies below half of the last digit that stays, by more than one digit, is nothing.
        if (digits > CountDigits(magnitude) + 1)
        {
            return BigInteger.Zero;
        }

        var unit = BigInteger.Pow(10, digits);
        var kept = BigInteger.DivRem(magnitude, unit, out var rest);
        var half = (rest * 2).CompareTo(unit);
        return kept + (half > 0 || (half == 0 && !kept.IsEven) ? 1 : 0);
    }

    private static int CountDigits(BigInteger magnitude) => magnitude.IsZero ? 0 : magnitude.ToString(CultureInfo.InvariantCulture).Length;
}
