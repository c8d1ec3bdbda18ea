namespace OwnedData.Schema.Access;

/// <summary>One operation on a plain value: `{ status: { eq: DRAFT } }`.</summary>
/// <param name="Path">Where the value is.</param>
/// <param name="Operation">As the API's filters name it: `eq`, `nin`, `startsWith` …</param>
/// <param name="Operand">What it is compared with; a list of values for `in` and `nin`.</param>
public sealed record Comparison(RulePath Path, string Operation, Operand Operand) : Condition;
