namespace OwnedData.GraphQL.Language;

/// <summary>A literal or a variable, §2.10.</summary>
public abstract record ValueNode(Location Location) : SyntaxNode(Location);
