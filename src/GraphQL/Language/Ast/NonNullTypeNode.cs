namespace OwnedData.GraphQL.Language;

/// <summary>A non-null type reference, §2.12.</summary>
public sealed record NonNullTypeNode(Location Location, TypeNode Type) : TypeNode(Location);
