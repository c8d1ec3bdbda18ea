using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A use of a named fragment, §2.9.</summary>
public sealed record FragmentSpreadNode(Location Location, NameNode Name, ImmutableArray<DirectiveNode> Directives)
    : SelectionNode(Location, Directives);
