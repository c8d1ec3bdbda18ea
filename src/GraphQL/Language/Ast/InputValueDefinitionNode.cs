using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An argument or an input field, §3.6.1 and §3.10.</summary>
public sealed record InputValueDefinitionNode(Location Location, StringValueNode? Description, NameNode Name, TypeNode Type, ValueNode? DefaultValue, ImmutableArray<DirectiveNode> Directives) : SyntaxNode(Location);
