using System.Globalization;
using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Adds decimals as IEEE 754-2008 does: exact, then rounded half to even at 34 digits.</summary>
internal static class DecimalSum
{
    private const int Digits = 34;
    private const int LargestExponent = 6144;

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
        return sum.IsZero && left.IsNegative && right.IsNegative ? left : Round(sum, exponent);
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

    private static Decimal128 Round(BigInteger sum, int exponent)
    {
        var magnitude = BigInteger.Abs(sum);
        var surplus = magnitude.ToString(CultureInfo.InvariantCulture).Length - Digits;
        if (surplus > 0)
        {
            var unit = BigInteger.Pow(10, surplus);
            magnitude = BigInteger.DivRem(magnitude, unit, out var rest);
            var half = (rest * 2).CompareTo(unit);
            magnitude += half > 0 || (half == 0 && !magnitude.IsEven) ? 1 : 0;
            exponent += surplus;
        }

        var digits = magnitude.ToString(CultureInfo.InvariantCulture);
        if (digits.Length > Digits)
        {
            digits = digits[..Digits];
            exponent++;
        }

        var sign = sum.Sign < 0 ? "-" : "";
        return Decimal128.Parse(digits.Length + exponent - 1 > LargestExponent ? $"{sign}Infinity" : $"{sign}{digits}E{exponent}");
    }
}
