using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A directive where it is applied, §2.13.</summary>
public sealed record DirectiveNode(Location Location, NameNode Name, ImmutableArray<ArgumentNode> Arguments) : SyntaxNode(Location);
