using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A scalar type, §3.5.</summary>
public sealed record ScalarTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives) : TypeDefinitionNode(Location, Description, Name, Directives);
