using System.Numerics;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>`$pow`, `$sqrt`, `$exp` and the logarithms: doubles, or decimals where one was given; a whole power of an integer stays an integer as long as 64 bits hold it.</summary>
internal static class Powers
{
    private static readonly Decimal128 s_one = Decimal128.Parse("1");

    internal static Operand? SquareRoot(BsonValue number)
    {
        if (IsNegative(number))
        {
            throw ExpressionError.Create(28714, "$sqrt's argument must be greater than or equal to 0");
        }

        return number.Type == BsonType.Decimal128
            ? Operand.Of(DecimalArithmetic.SquareRoot(number.AsDecimal128()))
            : Operand.Of(Math.Sqrt(Numbers.ToDouble(number)));
    }

    internal static Operand? Exponential(BsonValue number) => number.Type == BsonType.Decimal128
        ? Operand.Of(DecimalFunctions.Exp(number.AsDecimal128()))
        : Operand.Of(Math.Exp(Numbers.ToDouble(number)));

    internal static Operand? NaturalLogarithm(BsonValue number)
    {
        CheckPositive(number, 28766, "$ln's argument");
        return number.Type == BsonType.Decimal128
            ? Operand.Of(DecimalFunctions.Ln(number.AsDecimal128()))
            : Operand.Of(Math.Log(Numbers.ToDouble(number)));
    }

    internal static Operand? DecimalLogarithm(BsonValue number)
    {
        CheckPositive(number, 28761, "$log10's argument");
        return number.Type == BsonType.Decimal128
            ? Operand.Of(DecimalFunctions.Log10(number.AsDecimal128()))
            : Operand.Of(Math.Log10(Numbers.ToDouble(number)));
    }

    internal static Operand? Logarithm(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        CheckNumber(arguments[0], 28756, "$log's argument");
        CheckNumber(arguments[1], 28757, "$log's base");
        var number = arguments[0]!.Value.Value;
        var logarithmBase = arguments[1]!.Value.Value;
        CheckPositive(number, 28758, "$log's argument");
        if (IsNegative(logarithmBase) || IsZeroOrOne(logarithmBase))
        {
            throw ExpressionError.Create(28759, "$log's base must be a positive number not equal to 1");
        }

        return number.Type == BsonType.Decimal128 || logarithmBase.Type == BsonType.Decimal128
            ? Operand.Of(DecimalFunctions.Log(DecimalArithmetic.From(number), DecimalArithmetic.From(logarithmBase)))
            : Operand.Of(Math.Log(Numbers.ToDouble(number)) / Math.Log(Numbers.ToDouble(logarithmBase)));
    }

    internal static Operand? Power(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        CheckNumber(arguments[0], 28762, "$pow's base");
        CheckNumber(arguments[1], 28763, "$pow's exponent");
        var number = arguments[0]!.Value.Value;
        var power = arguments[1]!.Value.Value;
        if (Numbers.ToDouble(number) == 0 && IsNegative(power))
        {
            throw ExpressionError.Create(28764, "$pow cannot take a base of 0 and a negative exponent");
        }

        if (number.Type == BsonType.Decimal128 || power.Type == BsonType.Decimal128)
        {
            return Operand.Of(DecimalPower(DecimalArithmetic.From(number), DecimalArithmetic.From(power)));
        }

        return number.Type == BsonType.Double || power.Type == BsonType.Double
            ? Operand.Of(Math.Pow(Numbers.ToDouble(number), Numbers.ToDouble(power)))
            : IntegerPower(number, power);
    }

    private static Operand IntegerPower(BsonValue number, BsonValue power)
    {
        const int MostBits = 63;
        var (value, exponent) = (Numbers.ToInt64(number), Numbers.ToInt64(power));
        var isInt32 = number.Type == BsonType.Int32 && power.Type == BsonType.Int32;
        if (value is 1 or -1 || exponent == 0)
        {
            return Numbers.OfInteger(value == 1 || exponent % 2 == 0 ? 1 : -1, isInt32);
        }

        if (value == 0)
        {
            return Numbers.OfInteger(0, isInt32);
        }

        var result = exponent is > 0 and <= MostBits ? BigInteger.Pow(value, (int)exponent) : default(BigInteger?);
        return result is { } whole && whole >= long.MinValue && whole <= long.MaxValue
            ? Numbers.OfInteger((long)whole, isInt32)
            : Operand.Of(Math.Pow(value, exponent));
    }

    // A negative base has whole powers only.
    private static Decimal128 DecimalPower(Decimal128 number, Decimal128 power)
    {
        if (number.IsNaN || power.IsNaN)
        {
            return Decimal128.NaN;
        }

        if (DecimalArithmetic.IsZero(number))
        {
            return DecimalArithmetic.IsZero(power) ? s_one : DecimalArithmetic.Zero;
        }

        if (!number.IsNegative)
        {
            return DecimalFunctions.Pow(number, power);
        }

        if (power.IsInfinity)
        {
            return DecimalFunctions.Pow(DecimalArithmetic.Abs(number), power);
        }

        var isWhole = DecimalArithmetic.IsZero(DecimalArithmetic.Remainder(power, s_one));
        var isOdd = isWhole && !DecimalArithmetic.IsZero(DecimalArithmetic.Remainder(power, Decimal128.Parse("2")));
        var magnitude = isWhole ? DecimalFunctions.Pow(DecimalArithmetic.Abs(number), power) : Decimal128.NaN;
        return isOdd ? DecimalArithmetic.Negate(magnitude) : magnitude;
    }

    private static bool IsNegative(BsonValue number) => number.Type == BsonType.Decimal128
        ? number.AsDecimal128() is { IsNegative: true, IsNaN: false } value && !DecimalArithmetic.IsZero(value)
        : Numbers.ToDouble(number) < 0;

    private static bool IsZeroOrOne(BsonValue number) => number.Type == BsonType.Decimal128
        ? DecimalArithmetic.IsZero(number.AsDecimal128()) || number.AsDecimal128().CompareTo(s_one) == 0
        : Numbers.ToDouble(number) is 0 or 1;

    private static void CheckPositive(BsonValue number, int code, string what)
    {
        var isZero = number.Type == BsonType.Decimal128 ? DecimalArithmetic.IsZero(number.AsDecimal128()) : Numbers.ToDouble(number) == 0;
        if (isZero || IsNegative(number))
        {
            throw ExpressionError.Create(code, $"{what} must be a positive number");
        }
    }

    private static void CheckNumber(Operand? value, int code, string what)
    {
        if (!Numbers.IsNumber(value))
        {
            throw ExpressionError.Create(code, $"{what} must be numeric, not {ExpressionError.TypeOf(value)}");
        }
    }
}
