using System.Numerics;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>`$abs`, `$ceil`, `$floor`, `$round` and `$trunc`: the type stays.</summary>
internal static class Rounding
{
    private const int SmallestPlace = -20;
    private const int LargestPlace = 100;

    internal static Operand? Abs(BsonValue number) => number.Type switch
    {
        BsonType.Decimal128 => Operand.Of(DecimalArithmetic.Abs(number.AsDecimal128())),
        BsonType.Double => Operand.Of(Math.Abs(number.AsDouble())),
        _ => Numbers.ToInt64(number) == long.MinValue
            ? throw ExpressionError.Create(28680, "can't take $abs of long long min")
            : Numbers.OfInteger(Math.Abs(Numbers.ToInt64(number)), number.Type == BsonType.Int32),
    };

    internal static Operand? Ceiling(BsonValue number) => ToWhole(number, DecimalRounding.Up, Math.Ceiling);

    internal static Operand? Floor(BsonValue number) => ToWhole(number, DecimalRounding.Down, Math.Floor);

    internal static Operand? Round(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => ToPlace("$round", arguments, DecimalRounding.HalfEven);

    internal static Operand? Truncate(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => ToPlace("$trunc", arguments, DecimalRounding.Truncate);

    private static Operand ToWhole(BsonValue number, DecimalRounding rounding, Func<double, double> round) => number.Type switch
    {
        BsonType.Decimal128 => Operand.Of(DecimalArithmetic.Round(number.AsDecimal128(), 0, rounding)),
        BsonType.Double => Operand.Of(round(number.AsDouble())),
        _ => Operand.From(number),
    };

    private static Operand ToPlace(string name, ReadOnlySpan<Operand?> arguments, DecimalRounding rounding)
    {
        var placeArgument = arguments.Length > 1 ? arguments[1] : Operand.Of(0);
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(placeArgument))
        {
            return Operand.Null;
        }

        if (!Numbers.IsNumber(arguments[0]))
        {
            throw ExpressionError.Create(51081, $"{name} only supports numeric types, not {ExpressionError.TypeOf(arguments[0])}");
        }

        var place = Numbers.IsNumber(placeArgument) ? Numbers.AsWhole(placeArgument.Value.Value) : null;
        if (place is null)
        {
            throw ExpressionError.Create(51082, $"precision argument to  {name} must be a integral value");
        }

        if (place is < SmallestPlace or > LargestPlace)
        {
            throw ExpressionError.Create(51083, $"cannot apply {name} with precision value {place} value must be in [-20, 100]");
        }

        return ToPlace(name, arguments[0]!.Value.Value, (int)place.Value, rounding);
    }

    private static Operand ToPlace(string name, BsonValue number, int place, DecimalRounding rounding)
    {
        switch (number.Type)
        {
            case BsonType.Decimal128:
                return Operand.Of(DecimalArithmetic.Round(number.AsDecimal128(), place, rounding));
            case BsonType.Double:
                return Operand.Of(OfDouble(number.AsDouble(), place, rounding));
            default:
                if (place >= 0)
                {
                    return Operand.From(number);
                }

                var rounded = OfInteger(Numbers.ToInt64(number), place, rounding);
                return rounded >= long.MinValue && rounded <= long.MaxValue
                    ? Numbers.OfInteger((long)rounded, number.Type == BsonType.Int32)
                    : throw ExpressionError.Create(51080, $"invalid conversion from Decimal128 result in {name}");
        }
    }

    // A decimal of 34 digits stands between, as in MongoDB.
    private static double OfDouble(double value, int place, DecimalRounding rounding) =>
        !double.IsFinite(value) ? value
        : place == 0 ? (rounding == DecimalRounding.Truncate ? Math.Truncate(value) : Math.Round(value, MidpointRounding.ToEven))
        : Numbers.ToDouble(DecimalArithmetic.Round(DecimalArithmetic.FromExact(value), place, rounding));

    private static BigInteger OfInteger(long value, int place, DecimalRounding rounding) => rounding == DecimalRounding.Truncate
        ? value - BigInteger.Remainder(value, BigInteger.Pow(10, -place))
        : new DecimalParts(value, 0).RoundedTo(-place).AtExponent(0);
}
