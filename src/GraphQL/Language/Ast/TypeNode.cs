namespace OwnedData.GraphQL.Language;

/// <summary>A type reference, §2.12.</summary>
public abstract record TypeNode(Location Location) : SyntaxNode(Location);
