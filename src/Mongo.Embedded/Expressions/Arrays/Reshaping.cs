using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>Operators that make an array: `$concatArrays $slice $reverseArray $range`.</summary>
internal static class Reshaping
{
    internal static Operand? Concat(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var values = new ValueList(evaluation);
        foreach (var argument in arguments)
        {
            if (Numbers.IsNull(argument))
            {
                return Operand.Null;
            }

            foreach (var element in ArrayValues.Elements(argument, 28664, "$concatArrays only supports arrays", evaluation))
            {
                values.Add(element);
            }
        }

        return values.ToArray();
    }

    internal static Operand? Slice(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        foreach (var argument in arguments)
        {
            if (Numbers.IsNull(argument))
            {
                return Operand.Null;
            }
        }

        var elements = ArrayValues.Elements(arguments[0], 28724, "First argument to $slice must be an array", evaluation);
        var first = Bound(arguments[1], 28725, 28726, "Second");
        if (arguments.Length == 2)
        {
            var count = (int)Math.Min(Math.Abs((long)first), elements.Count);
            return ArrayValues.ToArray(first < 0 ? elements.TakeLast(count) : elements.Take(count), evaluation);
        }

        var length = Bound(arguments[2], 28727, 28728, "Third");
        if (length <= 0)
        {
            throw ExpressionError.Create(28729, $"Third argument to $slice must be positive: {length}");
        }

        var start = first < 0 ? Math.Max(0, elements.Count + first) : first;
        return ArrayValues.ToArray(elements.Skip(start).Take(length), evaluation);
    }

    internal static Operand? Reverse(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(arguments[0], 34435, "The argument to $reverseArray must be an array", evaluation);
        elements.Reverse();
        return ArrayValues.ToArray(elements, evaluation);
    }

    internal static Operand? Range(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var start = Whole(arguments[0], 34443, 34444, "starting");
        var end = Whole(arguments[1], 34445, 34446, "ending");
        var step = arguments.Length > 2 ? Whole(arguments[2], 34447, 34448, "step") : 1;
        if (step == 0)
        {
            throw ExpressionError.Create(34449, "$range requires a non-zero step value");
        }

        // Refused before it is made.
        var count = Math.Max(0, ((long)end - start + step - Math.Sign(step)) / step);
        evaluation.CheckSize(count * (sizeof(int) + Evaluation.ElementBytes));
        var values = new ValueList(evaluation);
        for (var i = 0L; i < count; i++)
        {
            values.Add(Operand.Of((int)(start + i * step)));
        }

        return values.ToArray();
    }

    private static int Bound(Operand? value, int notNumber, int notWhole, string which) => !Numbers.IsNumber(value)
        ? throw ExpressionError.Create(notNumber, $"{which} argument to $slice must be a numeric value, but is of type: {ExpressionError.TypeOf(value)}")
        : Numbers.AsWhole32(value.Value.Value) ?? throw ExpressionError.Create(notWhole, $"{which} argument to $slice can't be represented as a 32-bit integer");

    private static int Whole(Operand? value, int notNumber, int notWhole, string which) => !Numbers.IsNumber(value)
        ? throw ExpressionError.Create(notNumber, $"$range requires a numeric {which} value, found value of type: {ExpressionError.TypeOf(value)}")
        : Numbers.AsWhole32(value.Value.Value) ?? throw ExpressionError.Create(notWhole, $"$range requires a {which} value that can be represented as a 32-bit integer");
}
