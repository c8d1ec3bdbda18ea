using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$let`: variables for what stands in it. None of them sees another.</summary>
internal sealed class LetExpression(ImmutableArray<(int Slot, Expression Value)> variables, Expression body) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 16874, unknown: 16875, "vars", "in");
        var list = named.RequiredValue("vars", 16876);
        var body = named.RequiredValue("in", 16877);
        if (list.Type != BsonType.Document)
        {
            throw ExpressionError.Create(10065, "invalid parameter: expected an object (vars)");
        }

        var variables = ImmutableArray.CreateBuilder<(int, Expression)>();
        var inner = call.Parser.Scope;
        var reader = new BsonReader(list.Value.Bytes);
        while (reader.Read())
        {
            Scope.CheckName(reader.NameSpan);
            var value = call.Parse(reader.Value);
            inner = inner.With(Encoding.UTF8.GetString(reader.NameSpan), out var slot);
            variables.Add((slot, value));
        }

        return new LetExpression(variables.ToImmutable(), call.Parser.Inside(inner).Parse(body.Value));
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        evaluation.Work();
        var held = 0L;
        foreach (var (slot, value) in variables)
        {
            evaluation[slot] = value.Evaluate(evaluation);
            held += evaluation.Hold(evaluation[slot]);
        }

        var result = body.Evaluate(evaluation);
        evaluation.Release(held);
        return result;
    }
}
