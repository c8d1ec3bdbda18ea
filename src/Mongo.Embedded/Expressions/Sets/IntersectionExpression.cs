using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Arrays;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Sets;

/// <summary>`$setIntersection`, sorted: evaluated until nothing is left. Of equal values it has the last operand's.</summary>
internal sealed class IntersectionExpression(ImmutableArray<Expression> operands) : Expression
{
    internal override Operand? Evaluate(Evaluation evaluation)
    {
        SortedSet<Operand>? common = null;
        foreach (var operand in operands)
        {
            evaluation.Work();
            var array = operand.Evaluate(evaluation);
            if (Numbers.IsNull(array))
            {
                return Operand.Null;
            }

            var next = SetOperators.NewSet(evaluation);
            foreach (var element in ArrayValues.Elements(array, 17047, "All operands of $setIntersection must be arrays", evaluation))
            {
                if (common is null || common.Contains(element))
                {
                    next.Add(element);
                }
            }

            common = next;
            if (common.Count == 0)
            {
                break;
            }
        }

        return ArrayValues.ToArray(common ?? [], evaluation);
    }
}
