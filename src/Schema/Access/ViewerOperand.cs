namespace OwnedData.Schema.Access;

/// <summary>A value of the viewer: a single one, or under `in` and `nin` a list, of which a single one is the shortest.</summary>
public sealed record ViewerOperand(ViewerValue Value) : Operand;
