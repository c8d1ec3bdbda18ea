using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>An operator whose arguments are evaluated before it.</summary>
/// <param name="arguments">The arguments, in order.</param>
/// <param name="function">What is made of their values.</param>
/// <param name="decisive">Of how many of the first arguments one that is null decides: what is behind it is not evaluated, and the function gets the values up to there.</param>
internal sealed class CallExpression(ImmutableArray<Expression> arguments, Function function, int decisive = 0) : Expression
{
    internal override Operand? Evaluate(Evaluation evaluation)
    {
        evaluation.Work();
        var values = new Operand?[arguments.Length];
        var held = 0L;
        var count = 0;
        for (var isOver = false; count < values.Length && !isOver; count++)
        {
            values[count] = arguments[count].Evaluate(evaluation);
            held += evaluation.Hold(values[count]);
            isOver = count < decisive && Numbers.IsNull(values[count]);
        }

        var result = function(values.AsSpan(0, count), evaluation);
        evaluation.Release(held);
        return result;
    }
}
