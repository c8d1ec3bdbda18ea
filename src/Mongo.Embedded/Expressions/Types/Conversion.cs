using System.Globalization;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Dates;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Expressions.Strings;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Types;

/// <summary>Converts one value to another type, as `$convert` does; what cannot be converted is refused with code 241.</summary>
internal static class Conversion
{
    private const int LongestText = 128;

    internal static Operand To(BsonType target, Operand value) => target switch
    {
        _ when value.Type == target => value,
        BsonType.String => ToText(value),
        BsonType.Boolean => ToBoolean(value),
        BsonType.Int32 => ToInt32(value),
        BsonType.Int64 => Operand.Of(ToWhole(value, target)),
        BsonType.Double => ToDouble(value),
        BsonType.Decimal128 => ToDecimal(value),
        BsonType.DateTime => ToDate(value),
        BsonType.ObjectId => ToObjectId(value),
        _ => throw Unsupported(value, target),
    };

    internal static StoreException Failed(string message) => new(StoreErrorCode.ConversionFailure, $"{message} in $convert with no onError value");

    private static Operand ToText(Operand value) => value.Type switch
    {
        BsonType.Boolean => Operand.Of(value.Value.AsBoolean() ? "true" : "false"),
        BsonType.ObjectId => Operand.Of(Convert.ToHexStringLower(value.Value.Bytes)),
        BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => Operand.Of(Texts.OfNumber(value.Value)),
        BsonType.DateTime => Operand.Of(Texts.OfDate(value.Value.AsDateTime())),
        _ => throw Unsupported(value, BsonType.String),
    };

    private static Operand ToBoolean(Operand value) => value.Value.IsNumber ? Operand.Of(Truth.Of(value)) : Operand.True;

    private static Operand ToInt32(Operand value)
    {
        if (value.Type == BsonType.DateTime)
        {
            throw Unsupported(value, BsonType.Int32);
        }

        var whole = ToWhole(value, BsonType.Int32);
        return whole is >= int.MinValue and <= int.MaxValue ? Operand.Of((int)whole) : throw Overflow();
    }

    private static long ToWhole(Operand value, BsonType target)
    {
        switch (value.Type)
        {
            case BsonType.Boolean:
                return value.Value.AsBoolean() ? 1 : 0;
            case BsonType.Int32 or BsonType.Int64:
                return Numbers.ToInt64(value.Value);
            case BsonType.DateTime:
                return value.Value.AsDateTime();
            case BsonType.String:
                return long.TryParse(TextOf(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw NotNumber(value);
            case BsonType.Double:
                return Truncate(DecimalArithmetic.FromExact(value.Value.AsDouble()));
            case BsonType.Decimal128:
                return Truncate(value.Value.AsDecimal128());
            default:
                throw Unsupported(value, target);
        }
    }

    private static long Truncate(Decimal128 number)
    {
        if (number.IsNaN || number.IsInfinity)
        {
            throw Failed($"Attempt to convert {(number.IsNaN ? "NaN" : "infinity")} value to integer type");
        }

        return Numbers.AsWhole(Operand.Of(DecimalArithmetic.Round(number, 0, DecimalRounding.Truncate)).Value) ?? throw Overflow();
    }

    private static Operand ToDouble(Operand value)
    {
        switch (value.Type)
        {
            case BsonType.Boolean:
                return Operand.Of(value.Value.AsBoolean() ? 1.0 : 0.0);
            case BsonType.DateTime:
                return Operand.Of((double)value.Value.AsDateTime());
            case BsonType.String:
                return Operand.Of(Decimal128.TryParse(TextOf(value), out var exact) || IsPlainNumber(TextOf(value)) ? ParseDouble(TextOf(value), exact) : throw NotNumber(value));
            case BsonType.Decimal128:
                var number = Numbers.ToDouble(value.Value);
                return double.IsInfinity(number) && !value.Value.AsDecimal128().IsInfinity ? throw Overflow() : Operand.Of(number);
            default:
                return value.Value.IsNumber ? Operand.Of(Numbers.ToDouble(value.Value)) : throw Unsupported(value, BsonType.Double);
        }
    }

    private static Operand ToDecimal(Operand value) => value.Type switch
    {
        BsonType.Boolean => Operand.Of(DecimalArithmetic.From((Int128)(value.Value.AsBoolean() ? 1 : 0))),
        BsonType.DateTime => Operand.Of(DecimalArithmetic.From((Int128)value.Value.AsDateTime())),
        BsonType.String => Operand.Of(Decimal128.TryParse(TextOf(value), out var parsed) ? parsed : throw NotNumber(value)),
        _ => value.Value.IsNumber ? Operand.Of(DecimalArithmetic.From(value.Value)) : throw Unsupported(value, BsonType.Decimal128),
    };

    private static Operand ToDate(Operand value)
    {
        if (DateValues.TryCoerce(value) is { } instant)
        {
            return Operand.OfDate(instant);
        }

        return value.Type switch
        {
            BsonType.String => Operand.OfDate(DateText.TryParse(TextOf(value), out var parsed) ? parsed : throw Failed($"Error parsing date string '{TextOf(value)}'")),
            BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => Operand.OfDate(ToWhole(value, BsonType.DateTime)),
            _ => throw Unsupported(value, BsonType.DateTime),
        };
    }

    private static Operand ToObjectId(Operand value)
    {
        if (value.Type != BsonType.String)
        {
            throw Unsupported(value, BsonType.ObjectId);
        }

        var bytes = new byte[ObjectId.Length];
        var text = TextOf(value);
        return text.Length == 2 * ObjectId.Length && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? new Operand(BsonType.ObjectId, bytes)
            : throw Failed($"Failed to parse objectId '{text}'");
    }

    private static double ParseDouble(string text, Decimal128 exact) => exact.IsNaN || exact.IsInfinity
        ? Numbers.ToDouble(exact)
        : double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : throw Failed($"Failed to parse number '{text}'");

    // Numbers of more digits than a decimal holds are numbers still.
    private static bool IsPlainNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
        && !text.AsSpan().ContainsAny("aAyY∞");

    private static string TextOf(Operand value) => value.Value.AsString() is { Length: <= LongestText } text
        ? Encoding.UTF8.GetString(text)
        : throw Failed($"Failed to parse a text of more than {LongestText} bytes");

    private static StoreException NotNumber(Operand value) => Failed($"Failed to parse number '{TextOf(value)}'");

    private static StoreException Overflow() => Failed("Conversion would overflow target type");

    private static StoreException Unsupported(Operand value, BsonType target) =>
        Failed($"Unsupported conversion from {ExpressionError.TypeOf(value)} to {ExpressionError.TypeOf(new Operand(target, default))}");
}
