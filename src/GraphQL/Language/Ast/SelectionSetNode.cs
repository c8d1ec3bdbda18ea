using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A selection set, §2.4.</summary>
public sealed record SelectionSetNode(Location Location, ImmutableArray<SelectionNode> Selections) : SyntaxNode(Location);
