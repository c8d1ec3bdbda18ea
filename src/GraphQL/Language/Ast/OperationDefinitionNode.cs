using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An operation, §2.3.</summary>
public sealed record OperationDefinitionNode(Location Location, StringValueNode? Description, OperationKind Operation, NameNode? Name, ImmutableArray<VariableDefinitionNode> VariableDefinitions, ImmutableArray<DirectiveNode> Directives, SelectionSetNode SelectionSet) : DefinitionNode(Location);
