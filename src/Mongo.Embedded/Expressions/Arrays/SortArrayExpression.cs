using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>`$sortArray`: by the whole elements (1 or -1), or by fields of theirs, in the order of `$push`. Equal elements stay in their order.</summary>
internal sealed class SortArrayExpression(Expression input, ElementOrder order) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 2942500, unknown: 2942501, "input", "sortBy");
        var input = named.Required("input", 2942502);
        return new SortArrayExpression(input, ElementOrder.Parse(named.RequiredValue("sortBy", 2942503).Value, collation: null));
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        var array = input.Evaluate(evaluation);
        if (Numbers.IsNull(array))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(array, 2942504, "The input argument to $sortArray must be an array", evaluation);
        return ArrayValues.ToArray(elements.Order(Comparer<Operand>.Create((left, right) =>
        {
            evaluation.Work();
            return order.Compare(left, right);
        })), evaluation);
    }
}
