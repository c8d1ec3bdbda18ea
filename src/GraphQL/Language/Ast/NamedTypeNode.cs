namespace OwnedData.GraphQL.Language;

/// <summary>A reference to a named type, §2.12.</summary>
public sealed record NamedTypeNode(Location Location, NameNode Name) : TypeNode(Location);
