namespace OwnedData.GraphQL.Language;

/// <summary>An enum literal, §2.10.6.</summary>
public sealed record EnumValueNode(Location Location, string Name) : ValueNode(Location);
