using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>Reads numbers of any of the four types, as operators need them.</summary>
internal static class Numbers
{
    internal static bool IsNumber([NotNullWhen(true)] Operand? value) => value is { } operand && operand.Value.IsNumber;

    /// <summary>Whether a value is null, undefined or missing, which most operators answer with null.</summary>
    internal static bool IsNull([NotNullWhen(false)] Operand? value) => value is not { Type: not (BsonType.Null or BsonType.Undefined) };

    internal static double ToDouble(BsonValue number) => number.Type switch
    {
        BsonType.Int32 => number.AsInt32(),
        BsonType.Int64 => number.AsInt64(),
        BsonType.Double => number.AsDouble(),
        _ => ToDouble(number.AsDecimal128()),
    };

    internal static double ToDouble(Decimal128 value) =>
        value.IsNaN ? double.NaN
        : value.IsInfinity ? (value.IsNegative ? double.NegativeInfinity : double.PositiveInfinity)
        : double.Parse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    internal static bool IsInteger(BsonType type) => type is BsonType.Int32 or BsonType.Int64;

    internal static long ToInt64(BsonValue integer) => integer.Type == BsonType.Int32 ? integer.AsInt32() : integer.AsInt64();

    /// <summary>The number as an integer of 64 bits where it is one; null for fractions, and for what is beyond.</summary>
    internal static long? AsWhole(BsonValue number)
    {
        if (IsInteger(number.Type))
        {
            return ToInt64(number);
        }

        if (number.Type == BsonType.Decimal128)
        {
            return AsWhole(number.AsDecimal128());
        }

        var value = number.AsDouble();
        return Math.Truncate(value) == value && value is >= long.MinValue and < 9223372036854775808.0 ? (long)value : null;
    }

    /// <summary>As <see cref="AsWhole(BsonValue)"/>, for 32 bits.</summary>
    internal static int? AsWhole32(BsonValue number) => AsWhole(number) is >= int.MinValue and <= int.MaxValue and var whole ? (int)whole : null;

    /// <summary>The smaller integer type that holds the value, from int32 on where both operands were.</summary>
    internal static Operand OfInteger(long value, bool isInt32) => isInt32 && value is >= int.MinValue and <= int.MaxValue ? Operand.Of((int)value) : Operand.Of(value);

    private static long? AsWhole(Decimal128 value)
    {
        const int LongestInt64 = 19;
        if (value.IsNaN || value.IsInfinity)
        {
            return null;
        }

        var parts = DecimalParts.Of(value).Stripped(0);
        return parts.Coefficient.IsZero ? 0
            : parts.Exponent >= 0 && parts.Length + parts.Exponent <= LongestInt64 + 1 && parts.AtExponent(0) is var whole && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole
            : null;
    }
}
