namespace OwnedData.GraphQL.Language;

/// <summary>A name, §2.1.9.</summary>
public sealed record NameNode(Location Location, string Value) : SyntaxNode(Location);
