using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A definition of a named type, §3.4.</summary>
public abstract record TypeDefinitionNode(Location Location, StringValueNode? Description, NameNode Name, ImmutableArray<DirectiveNode> Directives) : TypeSystemDefinitionNode(Location);
