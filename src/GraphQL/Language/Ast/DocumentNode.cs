using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A whole document, executable or type system, §2.2.</summary>
public sealed record DocumentNode(Location Location, ImmutableArray<DefinitionNode> Definitions) : SyntaxNode(Location);
