using System.Globalization;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Dates;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>Values as text, in UTF-8.</summary>
internal static class Texts
{
    private const int DoubleDigits = 6;

    /// <summary>The text of what has one: strings, numbers, dates, and nothing as nothing.</summary>
    internal static byte[] Coerce(Operand? value)
    {
        if (Numbers.IsNull(value))
        {
            return [];
        }

        var operand = value.Value.Value;
        return operand.Type switch
        {
            BsonType.String or BsonType.Symbol or BsonType.JavaScript => operand.Bytes[4..^1].ToArray(),
            BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => Encoding.UTF8.GetBytes(OfNumber(operand)),
            BsonType.DateTime => Encoding.UTF8.GetBytes(OfDate(operand.AsDateTime())),
            BsonType.Timestamp => Encoding.UTF8.GetBytes(OfTimestamp(operand.AsTimestamp())),
            _ => throw ExpressionError.Create(16007, $"can't convert from BSON type {ExpressionError.TypeOf(value)} to String"),
        };
    }

    internal static string OfDate(long milliseconds) => DateFormat.Write(DateFormat.Iso, milliseconds, DateZone.Utc);

    internal static string OfNumber(BsonValue number) => number.Type switch
    {
        BsonType.Int32 => number.AsInt32().ToString(CultureInfo.InvariantCulture),
        BsonType.Int64 => number.AsInt64().ToString(CultureInfo.InvariantCulture),
        BsonType.Double => OfDouble(number.AsDouble()),
        _ => number.AsDecimal128().ToString(),
    };

    /// <summary>The bytes of a string; other types are refused with the code.</summary>
    internal static ReadOnlySpan<byte> Of(Operand? value, int code, string what) => value is { Type: BsonType.String } text
        ? text.Value.AsString()
        : throw ExpressionError.Create(code, $"{what}, found: {ExpressionError.TypeOf(value)}");

    // As MongoDB, C's %g: 1e+20, 0.1, 1.23457e+08.
    private static string OfDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        if (value == 0)
        {
            return double.IsNegative(value) ? "-0" : "0";
        }

        var scientific = value.ToString($"E{DoubleDigits - 1}", CultureInfo.InvariantCulture);
        var exponentAt = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is >= -4 and < DoubleDigits)
        {
            var plain = decimal.Parse(scientific, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
            return plain.Contains('.', StringComparison.Ordinal) ? plain.TrimEnd('0').TrimEnd('.') : plain;
        }

        var mantissa = scientific[..exponentAt].TrimEnd('0').TrimEnd('.');
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    private static string OfTimestamp(ulong timestamp)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds((long)(timestamp >> 32));
        return string.Create(CultureInfo.InvariantCulture, $"{time:MMM} {time.Day,2} {time:HH:mm:ss}:{(uint)timestamp}");
    }
}
