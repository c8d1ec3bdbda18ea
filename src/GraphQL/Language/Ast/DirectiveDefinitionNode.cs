using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A directive definition, §3.13.</summary>
public sealed record DirectiveDefinitionNode(Location Location, StringValueNode? Description, NameNode Name, ImmutableArray<InputValueDefinitionNode> Arguments, bool IsRepeatable, ImmutableArray<NameNode> Locations) : TypeSystemDefinitionNode(Location);
