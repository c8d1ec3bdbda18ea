using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>`$reduce`: evaluates an expression for each element with what came out for the one before it. The only way to nest values without end, so their depth is checked.</summary>
internal sealed class ReduceExpression(Expression input, Expression start, int elementSlot, int valueSlot, Expression body) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 40075, unknown: 40076, "input", "initialValue", "in");
        var input = named.Required("input", 40077);
        var start = named.Required("initialValue", 40078);
        var inner = call.Parser.Scope.With("this", out var elementSlot).With("value", out var valueSlot);
        return new ReduceExpression(input, start, elementSlot, valueSlot, call.Parser.Inside(inner).Parse(named.RequiredValue("in", 40079).Value));
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        var array = input.Evaluate(evaluation);
        if (Numbers.IsNull(array))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(array, 40080, "$reduce requires that 'input' be an array", evaluation);
        var held = evaluation.Hold(array);
        var value = start.Evaluate(evaluation);
        foreach (var element in elements)
        {
            evaluation.Work();
            evaluation[elementSlot] = element;
            evaluation[valueSlot] = value;
            var heldValue = evaluation.Hold(value);
            value = body.Evaluate(evaluation);
            evaluation.Release(heldValue);
            Nesting.Check(value);
        }

        evaluation.Release(held);
        return value;
    }
}
