using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>One way to find documents: ranges of one index, and whether reading them gives the order that is asked for.</summary>
/// <param name="Index">The index.</param>
/// <param name="Ranges">In order, apart from each other.</param>
/// <param name="Order">How the order comes about; null when it does not, or when none is asked for.</param>
internal sealed record IndexAccess(IndexDefinition Index, ImmutableArray<KeyRange> Ranges, IndexOrder? Order)
{
    /// <summary>How narrow the widest range is; zero for the whole index, very high when there is nothing to read.</summary>
    internal int Score => Ranges.IsEmpty ? int.MaxValue : Ranges.Min(range => range.Score);

    internal AccessRank Rank => new(IsUniqueLookup, Score, Order is not null);

    internal bool IsUniqueLookup => Index.IsUnique && Ranges.All(range => range.Points.Length == Index.Fields.Length);

    internal bool IsBackward => Order is { IsBackward: true };

    internal static IndexAccess Create(IndexDefinition index, List<KeyRange> ranges, SortSpecification? sort) =>
        new(index, [.. ranges], sort is null ? null : IndexOrder.Find(index, ranges, sort));

    /// <summary>The ranges as streams that each give the order: one, unless the order holds only within each of several leading values.</summary>
    internal IEnumerable<ImmutableArray<KeyRange>> Streams()
    {
        if (Order is null || Ranges.IsEmpty)
        {
            return [Ranges];
        }

        return Ranges.GroupBy(range => range.Prefix(Order.PrefixFields).ToArray(), KeyComparer.Instance).Select(group => group.ToImmutableArray());
    }
}
