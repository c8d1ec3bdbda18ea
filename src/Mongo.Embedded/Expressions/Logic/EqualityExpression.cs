using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$eq`, by itself because an index may answer it.</summary>
internal sealed class EqualityExpression(Expression left, Expression right) : Expression
{
    internal Expression Left => left;

    internal Expression Right => right;

    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var operands = call.Positional(argument, 2, 2);
        return new EqualityExpression(operands[0], operands[1]);
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        evaluation.Work();
        var first = left.Evaluate(evaluation);
        var held = evaluation.Hold(first);
        var second = right.Evaluate(evaluation);
        evaluation.Release(held);
        return Operand.Of(Comparisons.Compare(first, second) == 0);
    }
}
