using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An input object type, §3.10.</summary>
public sealed record InputObjectTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields) : TypeDefinitionNode(Location, Description, Name, Directives);
