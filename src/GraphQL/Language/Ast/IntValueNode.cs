namespace OwnedData.GraphQL.Language;

/// <summary>An integer literal as written, §2.10.1.</summary>
public sealed record IntValueNode(Location Location, string Text) : ValueNode(Location);
