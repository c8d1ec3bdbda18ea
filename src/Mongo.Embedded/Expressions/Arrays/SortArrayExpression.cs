using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>`$sortArray`: by the whole elements (1 or -1), or by fields of theirs. Equal elements stay in their order.</summary>
internal sealed class SortArrayExpression(Expression input, Comparison<Operand> compare) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 2942500, unknown: 2942501, "input", "sortBy");
        var input = named.Required("input", 2942502);
        var order = named.RequiredValue("sortBy", 2942503);
        if (order.Type != BsonType.Document)
        {
            var direction = order.Value.IsNumber ? Numbers.AsWhole(order.Value) : null;
            return direction is 1 or -1
                ? new SortArrayExpression(input, (left, right) => Math.Sign(BsonComparer.Compare(left.Value, right.Value)) * (int)direction)
                : throw new StoreException(StoreErrorCode.BadValue, "The $sort element value must be either 1 or -1");
        }

        var sort = SortSpecification.Parse(new BsonDocument(order.Bytes));
        return new SortArrayExpression(input, (left, right) => sort.Compare(FieldsOf(left), FieldsOf(right)));
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
            return compare(left, right);
        })), evaluation);
    }

    // What is no document has no fields.
    private static ReadOnlySpan<byte> FieldsOf(Operand element) => element.Type == BsonType.Document ? element.Value.Bytes : BsonDocument.Empty.Span;
}
