using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$switch`: the first branch whose case is true, else the default; without one it is refused.</summary>
internal sealed class SwitchExpression(ImmutableArray<(Expression Case, Expression Then)> branches, Expression? otherwise) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 40060, unknown: 40067, "branches", "default");
        var branches = ImmutableArray.CreateBuilder<(Expression, Expression)>();
        if (named.Value("branches") is { } list)
        {
            if (list.Type != BsonType.Array)
            {
                throw ExpressionError.Create(40061, $"$switch expected an array for 'branches', found: {ExpressionError.TypeOf(list)}");
            }

            foreach (var branch in list.Elements())
            {
                var parts = call.Named(branch.Value, notDocument: 40062, unknown: 40063, "case", "then");
                branches.Add((parts.Required("case", 40064), parts.Required("then", 40065)));
            }
        }

        return branches.Count > 0
            ? new SwitchExpression(branches.ToImmutable(), named.Has("default") ? named.Optional("default") : null)
            : throw ExpressionError.Create(40068, "$switch requires at least one branch.");
    }

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        foreach (var (when, then) in branches)
        {
            evaluation.Work();
            if (Truth.Of(when.Evaluate(evaluation)))
            {
                return then.Evaluate(evaluation);
            }
        }

        return otherwise is not null
            ? otherwise.Evaluate(evaluation)
            : throw ExpressionError.Create(40066, "$switch could not find a matching branch for an input, and no default was specified.");
    }
}
