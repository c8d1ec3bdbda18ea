using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A field of an object or interface type, §3.6.</summary>
public sealed record FieldDefinitionNode(Location Location, StringValueNode? Description, NameNode Name, ImmutableArray<InputValueDefinitionNode> Arguments, TypeNode Type, ImmutableArray<DirectiveNode> Directives) : SyntaxNode(Location);
