using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An enum type, §3.9.</summary>
public sealed record EnumTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values) : TypeDefinitionNode(Location, Description, Name, Directives);
