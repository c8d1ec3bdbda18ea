namespace OwnedData.Schema.Access;

/// <summary>`any` on a list: whether it is an array with elements.</summary>
public sealed record AnyElement(RulePath Path, bool Expected) : Condition;
