namespace OwnedData.GraphQL.Language;

/// <summary>A float literal as written, §2.10.2.</summary>
public sealed record FloatValueNode(Location Location, string Text) : ValueNode(Location);
