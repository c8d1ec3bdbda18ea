namespace OwnedData.GraphQL.Language;

/// <summary>A list type reference, §2.12.</summary>
public sealed record ListTypeNode(Location Location, TypeNode Type) : TypeNode(Location);
