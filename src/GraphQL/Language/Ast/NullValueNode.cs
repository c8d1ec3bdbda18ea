namespace OwnedData.GraphQL.Language;

/// <summary>The null literal, §2.10.5.</summary>
public sealed record NullValueNode(Location Location) : ValueNode(Location);
