namespace OwnedData.GraphQL.Language;

/// <summary>A string literal with its escapes resolved; a block string with its indentation taken off, §2.10.4.</summary>
public sealed record StringValueNode(Location Location, string Value, bool IsBlock) : ValueNode(Location);
