namespace OwnedData.GraphQL.Language;

/// <summary>The type of a root operation, §3.3.1.</summary>
public sealed record OperationTypeDefinitionNode(Location Location, OperationKind Operation, NamedTypeNode Type) : SyntaxNode(Location);
