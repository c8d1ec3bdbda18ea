namespace OwnedData.Schema.Access;

/// <summary>What a create writes where the input leaves it out: the equality of a `@restrict`, such as the tenant.</summary>
/// <param name="Path">The element at the top of the document.</param>
/// <param name="Operand">A single value.</param>
public sealed record Stamp(RulePath Path, Operand Operand);
