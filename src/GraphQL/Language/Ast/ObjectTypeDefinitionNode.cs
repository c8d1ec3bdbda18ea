using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An object type, §3.6.</summary>
public sealed record ObjectTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<FieldDefinitionNode> Fields) : TypeDefinitionNode(Location, Description, Name, Directives);
