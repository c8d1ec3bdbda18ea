namespace OwnedData.GraphQL.Language;

/// <summary>A place in a GraphQL document: line and column, both from 1, in characters, §7.1.2.</summary>
public readonly record struct Location(int Line, int Column);
