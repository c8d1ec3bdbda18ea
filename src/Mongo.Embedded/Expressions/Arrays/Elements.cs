using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>Operators that look into an array: `$arrayElemAt $first $last $in $indexOfArray $isArray $size`.</summary>
internal static class Elements
{
    internal static Operand? At(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(arguments[0], 28689, "$arrayElemAt's first argument must be an array", evaluation);
        if (!Numbers.IsNumber(arguments[1]))
        {
            throw ExpressionError.Create(28690, $"$arrayElemAt's second argument must be a numeric value, but is {ExpressionError.TypeOf(arguments[1])}");
        }

        var index = Numbers.AsWhole32(arguments[1]!.Value.Value)
            ?? throw ExpressionError.Create(28691, "$arrayElemAt's second argument must be representable as a 32-bit integer");
        return At(elements, index < 0 ? (long)elements.Count + index : index);
    }

    internal static Operand? First(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Numbers.IsNull(arguments[0]) ? Operand.Null : At(ArrayValues.Elements(arguments[0], 28689, "$first's argument must be an array", evaluation), 0);

    internal static Operand? Last(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(arguments[0], 28689, "$last's argument must be an array", evaluation);
        return At(elements, elements.Count - 1);
    }

    internal static Operand? Contains(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var elements = ArrayValues.Elements(arguments[1], 40081, "$in requires an array as a second argument", evaluation);
        return Operand.Of(arguments[0] is { } wanted && elements.Exists(element => Comparisons.AreEqual(element, wanted)));
    }

    internal static Operand? IndexOf(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(arguments[0], 40090, "$indexOfArray requires an array as a first argument", evaluation);
        var start = arguments.Length > 2 ? Bound(arguments[2], "starting") : 0;
        var end = arguments.Length > 3 ? Math.Min(Bound(arguments[3], "ending"), elements.Count) : elements.Count;
        for (var i = start; i < end; i++)
        {
            if (Comparisons.Compare(elements[i], arguments[1]) == 0)
            {
                return Operand.Of(i);
            }
        }

        return Operand.Of(-1);

        static int Bound(Operand? value, string which) => IndexArgument(value, $"$indexOfArray requires an integral {which} index");
    }

    internal static Operand? IsArray(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Operand.Of(arguments[0] is { Type: BsonType.Array });

    internal static Operand? Size(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(ArrayValues.Elements(arguments[0], 17124, "The argument to $size must be an array", evaluation).Count);

    /// <summary>Where a search begins or ends: not negative.</summary>
    internal static int IndexArgument(Operand? value, string what)
    {
        var index = Numbers.IsNumber(value) ? Numbers.AsWhole32(value.Value.Value) : null;
        return index switch
        {
            null => throw ExpressionError.Create(40096, $"{what}, found a value of type: {ExpressionError.TypeOf(value)}"),
            >= 0 => index.Value,
            _ => throw ExpressionError.Create(40097, $"{what} that is not negative, found: {index}"),
        };
    }

    private static Operand? At(List<Operand> elements, long index) => index >= 0 && index < elements.Count ? elements[(int)index] : null;
}
