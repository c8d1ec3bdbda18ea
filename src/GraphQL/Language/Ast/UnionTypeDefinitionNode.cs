using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A union type, §3.8.</summary>
public sealed record UnionTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Types) : TypeDefinitionNode(Location, Description, Name, Directives);
