using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$cond`: only the chosen branch is evaluated.</summary>
internal sealed class ConditionExpression(Expression condition, Expression whenTrue, Expression whenFalse) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        if (argument.Type != BsonType.Document)
        {
            var positional = call.Positional(argument, 3, 3);
            return new ConditionExpression(positional[0], positional[1], positional[2]);
        }

        var named = call.Named(argument, notDocument: 16020, unknown: 17083, "if", "then", "else");
        return new ConditionExpression(named.Required("if", 17080), named.Required("then", 17081), named.Required("else", 17082));
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        evaluation.Work();
        return (Truth.Of(condition.Evaluate(evaluation)) ? whenTrue : whenFalse).Evaluate(evaluation);
    }
}
