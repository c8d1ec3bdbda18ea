namespace OwnedData.Schema.Access;

/// <summary>A value written in the model, coerced as the API's inputs are: null, a leaf, or a list of leaves for `in` and `nin`.</summary>
public sealed record LiteralOperand(object? Value) : Operand;
