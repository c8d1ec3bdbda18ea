using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Arrays;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Sets;

/// <summary>Arrays as sets: `$setUnion $setDifference $setIsSubset $setEquals $allElementsTrue $anyElementTrue`. Unions are sorted.</summary>
internal static class SetOperators
{
    internal static Operand? Union(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var union = NewSet(evaluation);
        foreach (var argument in arguments)
        {
            if (Numbers.IsNull(argument))
            {
                return Operand.Null;
            }

            union.UnionWith(ArrayValues.Elements(argument, 17043, "All operands of $setUnion must be arrays", evaluation));
        }

        return ArrayValues.ToArray(union, evaluation);
    }

    internal static Operand? Difference(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(arguments[0], 17048, "both operands of $setDifference must be arrays; the first", evaluation);
        var seen = SetOf(arguments[1], 17049, "both operands of $setDifference must be arrays; the second", evaluation);
        return ArrayValues.ToArray(elements.Where(seen.Add), evaluation);
    }

    internal static Operand? IsSubset(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var elements = ArrayValues.Elements(arguments[0], 17046, "both operands of $setIsSubset must be arrays; the first", evaluation);
        var all = SetOf(arguments[1], 17042, "both operands of $setIsSubset must be arrays; the second", evaluation);
        return Operand.Of(elements.TrueForAll(all.Contains));
    }

    internal static Expression ParseEquals(OperatorCall call, BsonValue argument)
    {
        var arguments = call.Parser.ParseArguments(argument);
        return arguments.Length >= 2
            ? new CallExpression(arguments, AreEqual)
            : throw ExpressionError.Create(17045, $"$setEquals needs at least two arguments had: {arguments.Length}");
    }

    internal static Operand? AllTrue(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(ArrayValues.Elements(arguments[0], 17040, "$allElementsTrue's argument must be an array", evaluation).TrueForAll(element => Truth.Of(element)));

    internal static Operand? AnyTrue(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(ArrayValues.Elements(arguments[0], 17041, "$anyElementTrue's argument must be an array", evaluation).Exists(element => Truth.Of(element)));

    private static Operand? AreEqual(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        SortedSet<Operand>? first = null;
        var areEqual = true;
        foreach (var argument in arguments)
        {
            var set = SetOf(argument, 17044, "All operands of $setEquals must be arrays", evaluation);
            areEqual &= first is null || (first.Count == set.Count && set.All(first.Contains));
            first ??= set;
        }

        return Operand.Of(areEqual);
    }

    private static SortedSet<Operand> SetOf(Operand? array, int code, string what, Evaluation evaluation)
    {
        var set = NewSet(evaluation);
        set.UnionWith(ArrayValues.Elements(array, code, what, evaluation));
        return set;
    }

    /// <summary>An empty set in MongoDB's order of values.</summary>
    internal static SortedSet<Operand> NewSet(Evaluation evaluation) => new(Comparer<Operand>.Create((left, right) =>
    {
        evaluation.Work();
        return BsonComparer.Compare(left.Value, right.Value);
    }));
}
