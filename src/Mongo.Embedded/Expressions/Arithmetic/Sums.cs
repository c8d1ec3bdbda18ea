using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>`$add` and `$subtract`, of numbers and of dates.</summary>
internal static class Sums
{
    internal static Operand? Add(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var sum = new NumberSum();
        long? date = null;
        foreach (var argument in arguments)
        {
            if (Numbers.IsNull(argument))
            {
                return Operand.Null;
            }

            var value = argument.Value;
            if (value.Type == BsonType.DateTime)
            {
                date = date is null ? value.Value.AsDateTime() : throw ExpressionError.Create(16612, "only one date allowed in an $add expression");
            }
            else if (value.Value.IsNumber)
            {
                sum.Add(value.Value);
            }
            else
            {
                throw ExpressionError.WrongType($"$add only supports numeric or date types, not {ExpressionError.TypeOf(argument)}");
            }
        }

        return date is { } start ? MoveDate(start, sum.Total.Value, HalfTowardsZero) : sum.Total;
    }

    internal static Operand? Subtract(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        var left = arguments[0]!.Value.Value;
        var right = arguments[1]!.Value.Value;
        if (left.Type == BsonType.DateTime && right.Type == BsonType.DateTime)
        {
            var difference = (Int128)left.AsDateTime() - right.AsDateTime();
            return difference >= long.MinValue && difference <= long.MaxValue ? Operand.Of((long)difference) : throw DateOverflow();
        }

        if (left.Type == BsonType.DateTime && right.IsNumber)
        {
            return MoveDate(left.AsDateTime(), Subtract(new BsonValue(BsonType.Int32, new byte[4]), right).Value, HalfAwayFromZero);
        }

        return left.IsNumber && right.IsNumber
            ? Subtract(left, right)
            : throw ExpressionError.WrongType($"can't $subtract {ExpressionError.TypeOf(arguments[1])} from {ExpressionError.TypeOf(arguments[0])}");
    }

    private static Operand MoveDate(long date, BsonValue milliseconds, Func<double, double> round)
    {
        var moved = Numbers.IsInteger(milliseconds.Type)
            ? (Int128)date + Numbers.ToInt64(milliseconds)
            : round(Numbers.ToDouble(milliseconds)) is var fraction && Math.Abs(fraction) < 1e19 ? date + (Int128)fraction
            : throw DateOverflow();
        return moved >= long.MinValue && moved <= long.MaxValue ? Operand.OfDate((long)moved) : throw DateOverflow();
    }

    private static Operand Subtract(BsonValue left, BsonValue right)
    {
        if (left.Type == BsonType.Decimal128 || right.Type == BsonType.Decimal128)
        {
            return Operand.Of(DecimalArithmetic.Add(DecimalArithmetic.From(left), DecimalArithmetic.Negate(DecimalArithmetic.From(right))));
        }

        if (left.Type == BsonType.Double || right.Type == BsonType.Double)
        {
            return Operand.Of(Numbers.ToDouble(left) - Numbers.ToDouble(right));
        }

        var difference = (Int128)Numbers.ToInt64(left) - Numbers.ToInt64(right);
        return difference < long.MinValue || difference > long.MaxValue
            ? Operand.Of((double)difference)
            : Numbers.OfInteger((long)difference, left.Type == BsonType.Int32 && right.Type == BsonType.Int32);
    }

    // MongoDB's own halves: the two operators go different ways.
    private static double HalfTowardsZero(double value) => Math.CopySign(Math.Ceiling(Math.Abs(value) - 0.5), value);

    private static double HalfAwayFromZero(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    private static StoreException DateOverflow() => new(StoreErrorCode.Overflow, "date overflow");
}
