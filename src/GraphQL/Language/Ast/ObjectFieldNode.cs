namespace OwnedData.GraphQL.Language;

/// <summary>A field of an input object literal, §2.10.8.</summary>
public sealed record ObjectFieldNode(Location Location, NameNode Name, ValueNode Value) : SyntaxNode(Location);
