using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A named fragment, §2.9.</summary>
public sealed record FragmentDefinitionNode(Location Location, StringValueNode? Description, NameNode Name, NamedTypeNode TypeCondition, ImmutableArray<DirectiveNode> Directives, SelectionSetNode SelectionSet) : DefinitionNode(Location);
