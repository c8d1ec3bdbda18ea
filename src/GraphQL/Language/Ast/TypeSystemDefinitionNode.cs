namespace OwnedData.GraphQL.Language;

/// <summary>A definition of the type system, §3.1.</summary>
public abstract record TypeSystemDefinitionNode(Location Location) : DefinitionNode(Location);
