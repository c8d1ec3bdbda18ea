using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A field, a fragment spread or an inline fragment, §2.4.</summary>
public abstract record SelectionNode(Location Location, ImmutableArray<DirectiveNode> Directives) : SyntaxNode(Location);
