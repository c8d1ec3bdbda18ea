using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>An expression of a command, parsed once: gives a value for each document. Immutable; what changes is in the <see cref="Evaluation"/>.</summary>
internal abstract class Expression
{
    /// <summary>The value; null where there is none, which is not the same as BSON's null. It may lie in the document's bytes.</summary>
    internal abstract Operand? Evaluate(Evaluation evaluation);
}
