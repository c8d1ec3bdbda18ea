using System.Buffers.Text;
using System.Globalization;
using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>Writes numbers of any BSON type for the four number scalars, but only numbers that the scalar can say exactly; NaN and the infinities are none in JSON.</summary>
internal static class NumberWriter
{
    private const int LongestDecimal128 = 48;
    private const int LongestDouble = 32;
    private const int LongestInt64 = 20;
    private const double TwoTo63 = 9223372036854775808.0;

    public static bool TryWriteInt(BsonValue value, ResponseBuffer buffer)
    {
        if (!TryReadInteger(value, out var number) || number != (int)number)
        {
            return false;
        }

        WriteInteger(number, buffer);
        return true;
    }

    public static bool TryWriteLong(BsonValue value, ResponseBuffer buffer)
    {
        if (!TryReadInteger(value, out var number))
        {
            return false;
        }

        WriteInteger(number, buffer);
        return true;
    }

    /// <summary>Integers and decimals are taken when a double holds them: exactly, or so that its shortest text is the stored number.</summary>
    public static bool TryWriteFloat(BsonValue value, ResponseBuffer buffer) => value.Type switch
    {
        BsonType.Double => TryWriteDouble(value.AsDouble(), buffer),
        BsonType.Int32 or BsonType.Int64 => TryReadInteger(value, out var number) && IsExact(number) && TryWriteLong(value, buffer),
        BsonType.Decimal128 => FitsDouble(value.AsDecimal128()) && TryWriteDecimal128(value.AsDecimal128(), buffer),
        _ => false,
    };

    public static bool TryWriteDecimal(BsonValue value, ResponseBuffer buffer) => value.Type switch
    {
        BsonType.Decimal128 => TryWriteDecimal128(value.AsDecimal128(), buffer),
        BsonType.Double => TryWriteDouble(value.AsDouble(), buffer),
        _ => TryWriteLong(value, buffer),
    };

    public static void WriteInteger(long number, ResponseBuffer buffer)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(LongestInt64), out var written);
        buffer.Advance(written);
    }

    /// <summary>The integer that a number of any BSON type is, if it is one of 64 bits.</summary>
    public static bool TryReadInteger(BsonValue value, out long number)
    {
        switch (value.Type)
        {
            case BsonType.Int32:
                number = value.AsInt32();
                return true;
            case BsonType.Int64:
                number = value.AsInt64();
                return true;
            case BsonType.Double:
                var real = value.AsDouble();
                number = real is >= -TwoTo63 and < TwoTo63 ? (long)real : 0;
                return number == real;
            case BsonType.Decimal128:
                return TryReadInteger(value.AsDecimal128(), out number);
            default:
                number = 0;
                return false;
        }
    }

    // System.Decimal rounds digits beyond its 28: it only proposes the integer, the exact comparison decides.
    private static bool TryReadInteger(Decimal128 value, out long number)
    {
        Span<byte> text = stackalloc byte[LongestDecimal128];
        value.TryFormat(text, out var length);
        number = decimal.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var rounded)
            && rounded is >= long.MinValue and <= long.MaxValue
            ? (long)rounded
            : 0;
        return value.CompareTo(number) == 0;
    }

    private static bool IsExact(long number)
    {
        var real = (double)number;
        return real < TwoTo63 && (long)real == number;
    }

    private static bool FitsDouble(Decimal128 value)
    {
        Span<byte> text = stackalloc byte[LongestDecimal128];
        value.TryFormat(text, out var length);
        if (!double.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var nearest) || !double.IsFinite(nearest))
        {
            return false;
        }

        nearest.TryFormat(text, out length, provider: CultureInfo.InvariantCulture);
        return value.CompareTo(nearest) == 0 || (Decimal128.TryParse(text[..length], out var shortest) && value.CompareTo(shortest) == 0);
    }

    private static bool TryWriteDouble(double number, ResponseBuffer buffer)
    {
        if (!double.IsFinite(number))
        {
            return false;
        }

        number.TryFormat(buffer.GetSpan(LongestDouble), out var written, provider: CultureInfo.InvariantCulture);
        buffer.Advance(written);
        return true;
    }

    private static bool TryWriteDecimal128(Decimal128 number, ResponseBuffer buffer)
    {
        if (number.IsNaN || number.IsInfinity)
        {
            return false;
        }

        number.TryFormat(buffer.GetSpan(LongestDecimal128), out var written);
        buffer.Advance(written);
        return true;
    }
}
