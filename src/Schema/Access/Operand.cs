namespace OwnedData.Schema.Access;

/// <summary>The right side of a comparison.</summary>
public abstract record Operand;
