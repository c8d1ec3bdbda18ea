using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>An array of expressions; what has no value is null in it.</summary>
internal sealed class ArrayExpression(ImmutableArray<Expression> elements) : Expression
{
    internal override Operand? Evaluate(Evaluation evaluation)
    {
        var values = new ValueList(evaluation);
        foreach (var element in elements)
        {
            values.Add(element.Evaluate(evaluation) ?? Operand.Null);
        }

        return values.ToArray();
    }
}
