using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>The schema definition, §3.3.</summary>
public sealed record SchemaDefinitionNode(Location Location, StringValueNode? Description, ImmutableArray<DirectiveNode> Directives, ImmutableArray<OperationTypeDefinitionNode> OperationTypes) : TypeSystemDefinitionNode(Location);
