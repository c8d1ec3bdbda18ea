namespace OwnedData.GraphQL.Language;

/// <summary>A boolean literal, §2.10.3.</summary>
public sealed record BooleanValueNode(Location Location, bool Value) : ValueNode(Location);
