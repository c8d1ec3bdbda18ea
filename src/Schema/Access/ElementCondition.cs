namespace OwnedData.Schema.Access;

/// <summary>`some`, `none` or `all` on a list: about its elements.</summary>
/// <param name="Path">Where the list is.</param>
/// <param name="Operation">`some`, `none` or `all`.</param>
/// <param name="Element">Paths in it begin at the element; that of a plain element is empty.</param>
public sealed record ElementCondition(RulePath Path, string Operation, Condition Element) : Condition;
