using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>A value that stands in the command; null for `$$REMOVE`.</summary>
internal sealed class LiteralExpression(Operand? value) : Expression
{
    internal override Operand? Evaluate(Evaluation evaluation) => value;
}
