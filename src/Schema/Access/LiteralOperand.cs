namespace OwnedData.Schema.Access;

/// <summary>
/// A value written in the model, coerced as the API's inputs are: null, a leaf, or for `in` and `nin` an <see cref="IReadOnlyList{T}"/> of
/// those. Ids, of references too, are written as the document holds them: a string (24 digits of an ObjectId), a UUID, or an integer.
/// </summary>
public sealed record LiteralOperand(object? Value) : Operand;
