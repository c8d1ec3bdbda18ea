using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>`$zip`: the first elements of all arrays together, then the second ones, up to the shortest array's end or the longest's.</summary>
internal sealed class ZipExpression(ImmutableArray<Expression> inputs, ImmutableArray<Expression> defaults, bool usesLongest) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 34460, unknown: 34464, "inputs", "defaults", "useLongestLength");
        var usesLongest = named.Value("useLongestLength") switch
        {
            null => false,
            { Type: BsonType.Boolean } flag => flag.Value.AsBoolean(),
            var other => throw ExpressionError.Create(34463, $"useLongestLength must be a bool, found {ExpressionError.TypeOf(other)}"),
        };
        var inputs = ListOf(call, named.Value("inputs"), 34461, "inputs");
        var defaults = ListOf(call, named.Value("defaults"), 34462, "defaults");
        if (inputs.IsEmpty)
        {
            throw ExpressionError.Create(34465, "$zip requires at least one input array");
        }

        if (!usesLongest && !defaults.IsEmpty)
        {
            throw ExpressionError.Create(34466, "cannot specify defaults unless useLongestLength is true");
        }

        return defaults.IsEmpty || defaults.Length == inputs.Length
            ? new ZipExpression(inputs, defaults, usesLongest)
            : throw ExpressionError.Create(34467, "defaults and inputs must have the same length");
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        var arrays = new List<List<Operand>>();
        var held = 0L;
        foreach (var input in inputs)
        {
            var array = input.Evaluate(evaluation);
            if (Numbers.IsNull(array))
            {
                return Operand.Null;
            }

            held += evaluation.Hold(array);
            arrays.Add(ArrayValues.Elements(array, 34468, "$zip found a non-array expression in input", evaluation));
        }

        var fillers = defaults.Select(value => value.Evaluate(evaluation) ?? Operand.Null).ToList();
        var count = usesLongest ? arrays.Max(array => array.Count) : arrays.Min(array => array.Count);
        var rows = new ValueList(evaluation);
        for (var i = 0; i < count; i++)
        {
            var row = new ValueList(evaluation);
            for (var column = 0; column < arrays.Count; column++)
            {
                row.Add(i < arrays[column].Count ? arrays[column][i] : fillers.Count > 0 ? fillers[column] : Operand.Null);
            }

            rows.Add(row.ToArray());
        }

        evaluation.Release(held);
        return rows.ToArray();
    }

    private static ImmutableArray<Expression> ListOf(OperatorCall call, Operand? list, int code, string name) => list switch
    {
        null => [],
        { Type: BsonType.Array } array => call.Parser.ParseArguments(array.Value),
        _ => throw ExpressionError.Create(code, $"{name} must be an array of expressions, found {ExpressionError.TypeOf(list)}"),
    };
}
