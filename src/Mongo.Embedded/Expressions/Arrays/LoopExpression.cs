using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>`$map` and `$filter`: evaluate an expression for each element, which a variable holds.</summary>
/// <param name="input">The array.</param>
/// <param name="slot">The variable of the element.</param>
/// <param name="body">What is evaluated for each.</param>
/// <param name="limit">The most elements a filter keeps; null for a map.</param>
internal sealed class LoopExpression(Expression input, int slot, Expression body, Expression? limit) : Expression
{
    internal static Expression ParseMap(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 16878, unknown: 16879, "input", "as", "in");
        var input = named.Required("input", 16880);
        return new LoopExpression(input, BindElement(call, named, out var inner), inner.Parse(named.RequiredValue("in", 16882).Value), limit: null);
    }

    internal static Expression ParseFilter(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 28646, unknown: 28647, "input", "as", "cond", "limit");
        var input = named.Required("input", 28648);
        return new LoopExpression(input, BindElement(call, named, out var inner), inner.Parse(named.RequiredValue("cond", 28650).Value), named.Optional("limit"));
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        var array = input.Evaluate(evaluation);
        if (Numbers.IsNull(array))
        {
            return Operand.Null;
        }

        var elements = limit is null
            ? ArrayValues.Elements(array, 16883, "input to $map must be an array", evaluation)
            : ArrayValues.Elements(array, 28651, "input to $filter must be an array", evaluation);
        var held = evaluation.Hold(array);
        var left = limit is null ? int.MaxValue : LimitOf(limit.Evaluate(evaluation));
        var results = new ValueList(evaluation);
        foreach (var element in elements)
        {
            evaluation[slot] = element;
            evaluation.Work();
            var value = body.Evaluate(evaluation);
            if (limit is null)
            {
                results.Add(value ?? Operand.Null);
            }
            else if (Truth.Of(value))
            {
                results.Add(element);
                if (--left == 0)
                {
                    break;
                }
            }
        }

        evaluation.Release(held);
        return results.ToArray();
    }

    private static int BindElement(OperatorCall call, NamedArguments named, out ExpressionParser inner)
    {
        var name = "this";
        if (named.Value("as") is { } given)
        {
            var text = given.Type == BsonType.String ? given.Value.AsString() : throw ExpressionError.Create(9, $"{call.Name} requires 'as' to be a string");
            Scope.CheckName(text);
            name = Encoding.UTF8.GetString(text);
        }

        inner = call.Parser.Inside(call.Parser.Scope.With(name, out var slot));
        return slot;
    }

    private static int LimitOf(Operand? limit)
    {
        if (Numbers.IsNull(limit))
        {
            return int.MaxValue;
        }

        var count = Numbers.IsNumber(limit) ? Numbers.AsWhole32(limit.Value.Value) : null;
        return count switch
        {
            null => throw ExpressionError.Create(327391, "$filter: limit must be represented as a 32-bit integral value"),
            > 0 => count.Value,
            _ => throw ExpressionError.Create(327392, $"$filter: limit must be greater than 0: {count}"),
        };
    }
}
