using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Accumulating;

/// <summary>`$sum $avg $min $max $stdDevPop $stdDevSamp` as expressions: over the operands, or over the elements of the only one where it is an array.</summary>
internal static class Summaries
{
    internal static Operand? Sum(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Add(arguments, evaluation).Total;

    internal static Operand? Average(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Add(arguments, evaluation).Average;

    internal static Operand? Minimum(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Choose(arguments, -1, evaluation);

    internal static Operand? Maximum(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Choose(arguments, 1, evaluation);

    internal static Operand? DeviationOfPopulation(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Deviate(arguments, new Deviation(isSample: false), evaluation);

    internal static Operand? DeviationOfSample(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Deviate(arguments, new Deviation(isSample: true), evaluation);

    private static NumberSum Add(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var sum = new NumberSum();
        foreach (var value in ValuesOf(arguments, evaluation))
        {
            if (Numbers.IsNumber(value))
            {
                evaluation.Work();
                sum.Add(value.Value.Value);
            }
        }

        return sum;
    }

    private static Operand? Choose(ReadOnlySpan<Operand?> arguments, int sign, Evaluation evaluation)
    {
        Operand? chosen = null;
        foreach (var value in ValuesOf(arguments, evaluation))
        {
            evaluation.Work();
            if (!Numbers.IsNull(value) && (chosen is not { } best || Math.Sign(BsonComparer.Compare(value.Value.Value, best.Value)) == sign))
            {
                chosen = value;
            }
        }

        return chosen ?? Operand.Null;
    }

    private static Operand? Deviate(ReadOnlySpan<Operand?> arguments, Deviation deviation, Evaluation evaluation)
    {
        foreach (var value in ValuesOf(arguments, evaluation))
        {
            if (Numbers.IsNumber(value))
            {
                evaluation.Work();
                deviation.Add(value.Value.Value);
            }
        }

        return deviation.Result;
    }

    private static IEnumerable<Operand?> ValuesOf(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (arguments is not [{ Type: BsonType.Array } only])
        {
            return arguments.ToArray();
        }

        evaluation.Work(only.Length);
        return only.Elements().Select(element => (Operand?)element);
    }
}
