using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>`$multiply`, `$divide` and `$mod`.</summary>
internal static class Products
{
    internal static Operand? Multiply(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var product = new NumberProduct();
        foreach (var argument in arguments)
        {
            if (Numbers.IsNull(argument))
            {
                return Operand.Null;
            }

            product.Multiply(Numbers.IsNumber(argument)
                ? argument.Value.Value
                : throw ExpressionError.WrongType($"$multiply only supports numeric types, not {ExpressionError.TypeOf(argument)}"));
        }

        return product.Total;
    }

    internal static Operand? Divide(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        CheckNumbers("$divide", arguments, StoreErrorCode.TypeMismatch);
        var left = arguments[0]!.Value.Value;
        var right = arguments[1]!.Value.Value;
        if (IsZero(right))
        {
            throw new StoreException(StoreErrorCode.BadValue, "can't $divide by zero");
        }

        return left.Type == BsonType.Decimal128 || right.Type == BsonType.Decimal128
            ? Operand.Of(DecimalArithmetic.Divide(DecimalArithmetic.From(left), DecimalArithmetic.From(right)))
            : Operand.Of(Numbers.ToDouble(left) / Numbers.ToDouble(right));
    }

    internal static Operand? Mod(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        CheckNumbers("$mod", arguments, (StoreErrorCode)16611);
        var left = arguments[0]!.Value.Value;
        var right = arguments[1]!.Value.Value;
        if (IsZero(right))
        {
            throw ExpressionError.Create(16610, "can't $mod by zero");
        }

        if (left.Type == BsonType.Decimal128 || right.Type == BsonType.Decimal128)
        {
            return Operand.Of(DecimalArithmetic.Remainder(DecimalArithmetic.From(left), DecimalArithmetic.From(right)));
        }

        // A divisor that is a whole number of 32 bits counts as an integer, though it be a double.
        if (left.Type == BsonType.Double || (right.Type == BsonType.Double && Numbers.AsWhole32(right) is null))
        {
            return Operand.Of(Numbers.ToDouble(left) % Numbers.ToDouble(right));
        }

        var divisor = Numbers.AsWhole(right)!.Value;
        return Numbers.OfInteger(divisor == -1 ? 0 : Numbers.ToInt64(left) % divisor, left.Type == BsonType.Int32 && right.Type != BsonType.Int64);
    }

    private static void CheckNumbers(string name, ReadOnlySpan<Operand?> arguments, StoreErrorCode code)
    {
        if (!Numbers.IsNumber(arguments[0]) || !Numbers.IsNumber(arguments[1]))
        {
            throw new StoreException(code, $"{name} only supports numeric types, not {ExpressionError.TypeOf(arguments[0])} and {ExpressionError.TypeOf(arguments[1])}");
        }
    }

    private static bool IsZero(BsonValue number) => number.Type == BsonType.Decimal128 ? DecimalArithmetic.IsZero(number.AsDecimal128()) : Numbers.ToDouble(number) == 0;
}
