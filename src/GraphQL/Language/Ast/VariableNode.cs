namespace OwnedData.GraphQL.Language;

/// <summary>A use of a variable, §2.11.</summary>
public sealed record VariableNode(Location Location, NameNode Name) : ValueNode(Location);
