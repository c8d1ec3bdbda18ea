using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$and` and `$or`: evaluated up to the first operand that decides.</summary>
/// <param name="operands">The operands, in order.</param>
/// <param name="deciding">Which truth decides: false for `$and`, true for `$or`.</param>
internal sealed class JunctionExpression(ImmutableArray<Expression> operands, bool deciding) : Expression
{
    /// <summary>What must all hold; null for `$or`.</summary>
    internal ImmutableArray<Expression>? Conjuncts => deciding ? null : operands;

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        foreach (var operand in operands)
        {
            evaluation.Work();
            if (Truth.Of(operand.Evaluate(evaluation)) == deciding)
            {
                return Operand.Of(deciding);
            }
        }

        return Operand.Of(!deciding);
    }
}
