using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>An index that the model asks for.</summary>
/// <param name="Name">Its name in MongoDB.</param>
/// <param name="Keys">Stored paths in order, the owner's first on owned types.</param>
/// <param name="IsUnique">From `@unique`.</param>
/// <param name="Fields">The GraphQL paths behind it without the owner's, for messages.</param>
public sealed record IndexDefinition(string Name, ImmutableArray<IndexKey> Keys, bool IsUnique, ImmutableArray<string> Fields);
