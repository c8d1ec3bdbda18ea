using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A variable of an operation, §2.11.</summary>
public sealed record VariableDefinitionNode(Location Location, StringValueNode? Description, VariableNode Variable, TypeNode Type, ValueNode? DefaultValue, ImmutableArray<DirectiveNode> Directives) : SyntaxNode(Location);
