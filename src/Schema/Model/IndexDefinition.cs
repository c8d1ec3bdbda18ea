using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>An index that the model asks for.</summary>
/// <param name="Name">Its name in MongoDB.</param>
/// <param name="Keys">Stored paths in order: the prefix, then the fields asked for, then `_id` unless it is unique.</param>
/// <param name="PrefixLength">How many keys at the front are there for an access rule: the owner's, the tenant's, a list of readers.</param>
/// <param name="IsUnique">From `@unique`.</param>
/// <param name="Fields">The GraphQL paths behind it without the owner's, for messages.</param>
public sealed record IndexDefinition(string Name, ImmutableArray<IndexKey> Keys, int PrefixLength, bool IsUnique, ImmutableArray<string> Fields);
