using System.Collections.Immutable;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Indexes;

/// <summary>What a model asks for of one collection, held against what is there. An index of another name that does the same is as good.</summary>
/// <param name="Type">The type that is stored in the collection.</param>
/// <param name="Missing">In the order of the model.</param>
/// <param name="Unused">Nothing in the model asks for them; never the one on `_id`.</param>
public sealed record IndexComparison(StoredType Type, ImmutableArray<IndexDefinition> Missing, ImmutableArray<StoredIndex> Unused)
{
    public static IndexComparison Of(StoredType type, IReadOnlyCollection<StoredIndex> stored) => new(
        type,
        [.. type.Indexes.Where(wanted => !stored.Any(index => index.Serves(wanted)))],
        [.. stored.Where(index => !index.IsOfId && !type.Indexes.Any(index.Serves))]);
}
