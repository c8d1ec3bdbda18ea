using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An interface type, §3.7.</summary>
public sealed record InterfaceTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<FieldDefinitionNode> Fields) : TypeDefinitionNode(Location, Description, Name, Directives);
