using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model;

/// <summary>An index that the model asks for.</summary>
/// <param name="Name">Its name in MongoDB.</param>
/// <param name="Keys">Stored paths in order: the prefix, then the fields asked for, then `_id` unless it is unique.</param>
/// <param name="PrefixLength">How many keys at the front are there for an access rule: the owner's, the tenant's, a list of readers.</param>
/// <param name="IsUnique">From `@unique`.</param>
/// <param name="Fields">The GraphQL paths behind it without the owner's, for messages.</param>
/// <param name="Purpose">What asks for it.</param>
/// <param name="Rules">The ways in whose predicate its prefix serves; none for what is unique in the whole collection.</param>
public sealed record IndexDefinition(
    string Name,
    ImmutableArray<IndexKey> Keys,
    int PrefixLength,
    bool IsUnique,
    ImmutableArray<string> Fields,
    IndexPurpose Purpose,
    ImmutableArray<RuleOrigin> Rules);
