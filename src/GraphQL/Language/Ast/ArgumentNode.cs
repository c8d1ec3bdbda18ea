namespace OwnedData.GraphQL.Language;

/// <summary>An argument of a field or a directive, §2.6.</summary>
public sealed record ArgumentNode(Location Location, NameNode Name, ValueNode Value) : SyntaxNode(Location);
