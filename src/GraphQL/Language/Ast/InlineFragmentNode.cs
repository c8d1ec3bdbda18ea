using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An inline fragment, §2.9.2; without a type condition it only carries directives.</summary>
public sealed record InlineFragmentNode(
    Location Location,
    NamedTypeNode? TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : SelectionNode(Location, Directives);
