namespace OwnedData.GraphQL.Language;

/// <summary>A node of a GraphQL document; its location is the line and column of its first token.</summary>
public abstract record SyntaxNode(Location Location);
