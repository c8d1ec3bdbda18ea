namespace OwnedData.GraphQL.Language;

/// <summary>`extend` before a schema or a type, §3.1: the definition holds what is added.</summary>
public sealed record TypeSystemExtensionNode(Location Location, TypeSystemDefinitionNode Definition) : DefinitionNode(Location);
