using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$ifNull`: the first operand that is not null, else the last.</summary>
internal sealed class FallbackExpression(ImmutableArray<Expression> operands) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var operands = call.Parser.ParseArguments(argument);
        return operands.Length >= 2
            ? new FallbackExpression(operands)
            : throw ExpressionError.Create(1257300, $"$ifNull needs at least two arguments, had: {operands.Length}");
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        for (var i = 0; i < operands.Length - 1; i++)
        {
            evaluation.Work();
            if (operands[i].Evaluate(evaluation) is { } value && !Numbers.IsNull(value))
            {
                return value;
            }
        }

        return operands[^1].Evaluate(evaluation);
    }
}
