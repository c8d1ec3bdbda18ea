using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A value of an enum type, §3.9.</summary>
public sealed record EnumValueDefinitionNode(Location Location, StringValueNode? Description, NameNode Name, ImmutableArray<DirectiveNode> Directives) : SyntaxNode(Location);
