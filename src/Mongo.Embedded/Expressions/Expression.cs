using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>An expression of a pipeline, parsed once: gives a value for each document.</summary>
internal abstract class Expression
{
    /// <summary>The value, copied; null where there is none, which is not the same as BSON's null.</summary>
    internal abstract Operand? Evaluate(ReadOnlySpan<byte> document);
}
