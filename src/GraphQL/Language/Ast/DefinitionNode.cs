namespace OwnedData.GraphQL.Language;

/// <summary>A definition in a document, §2.2.</summary>
public abstract record DefinitionNode(Location Location) : SyntaxNode(Location);
