using System.Diagnostics;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$expr`: an expression that must be true. For the planner it adds the equalities of fields and values that follow from it, so that an index may find the candidates.</summary>
internal sealed class ExpressionNode : FilterNode
{
    private readonly Expression _expression;
    private readonly Evaluation _evaluation;

    internal ExpressionNode(Expression expression, Evaluation evaluation)
    {
        _expression = expression;
        _evaluation = evaluation;
        var conjuncts = new List<FilterNode> { this };
        AddEqualities(expression, conjuncts);
        Conjuncts = conjuncts;
    }

    internal override IReadOnlyList<FilterNode> Conjuncts { get; }

    internal override FilterNode With(Collation collation) => throw new StoreException(StoreErrorCode.BadValue, "The embedded store evaluates $expr without collations");

    internal override bool Matches(ReadOnlySpan<byte> document) => Truth.Of(_evaluation.Run(_expression, document.ToArray()));

    // It stands at a filter's top only, never below a field.
    internal override bool MatchesElement(BsonValue element) => throw new UnreachableException();

    private void AddEqualities(Expression expression, List<FilterNode> conjuncts)
    {
        if (expression is JunctionExpression { Conjuncts: { } parts })
        {
            foreach (var part in parts)
            {
                AddEqualities(part, conjuncts);
            }
        }
        else if (expression is EqualityExpression equality)
        {
            AddEquality(equality.Left, equality.Right, conjuncts);
            AddEquality(equality.Right, equality.Left, conjuncts);
        }
    }

    // To a filter an array equals more than it does here, and undefined nothing: those are left to the expression.
    private void AddEquality(Expression field, Expression value, List<FilterNode> conjuncts)
    {
        if (field is FieldExpression { DocumentPath: { } path } && value is LiteralExpression or FieldExpression { IsOfDocument: false }
            && value.Evaluate(_evaluation) is { Type: not (BsonType.Array or BsonType.Undefined or BsonType.RegularExpression) } operand)
        {
            conjuncts.Add(new ComparisonNode(path, ComparisonOperator.Equal, operand));
        }
    }
}
