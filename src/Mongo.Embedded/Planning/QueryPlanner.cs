using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Chooses how to answer a query, by rule: a unique lookup, else the most leading equalities, then an index that gives the order, then a range.
/// A `$or` counts as the union of its branches, on one index or on one for each branch. Without any of these the collection is scanned.
/// </summary>
internal static class QueryPlanner
{
    internal static QueryPlan Plan(CollectionDefinition? collection, BsonDocument filter, BsonDocument sort, long limit)
    {
        var parsedFilter = Filter.Parse(filter);
        var parsedSort = sort.IsEmpty ? null : SortSpecification.Parse(sort);
        return new QueryPlan
        {
            Collection = collection,
            Filter = parsedFilter,
            Sort = parsedSort,
            Limit = limit,
            Accesses = collection is null ? [] : Choose(collection.Indexes, parsedFilter.Root, parsedSort),
        };
    }

    private static ImmutableArray<IndexAccess> Choose(ImmutableArray<IndexDefinition> indexes, FilterNode root, SortSpecification? sort)
    {
        var predicates = Conjunction(root);
        var best = BestOf(indexes, predicates, sort);
        var branches = predicates.OfType<OrNode>()
            .Select(or => BranchesOf(or, indexes, predicates, sort))
            .FirstOrDefault(accesses => !accesses.IsEmpty);
        if (!branches.IsDefaultOrEmpty && branches.Min(access => access.Score) > (best?.Score ?? 0))
        {
            return branches;
        }

        return best is null ? [] : [best];
    }

    // One access for each branch; none when a branch has no bounds, or gives another order than the others.
    private static ImmutableArray<IndexAccess> BranchesOf(
        OrNode or, ImmutableArray<IndexDefinition> indexes, IReadOnlyList<FilterNode> predicates, SortSpecification? sort)
    {
        var accesses = ImmutableArray.CreateBuilder<IndexAccess>(or.Children.Count);
        foreach (var branch in or.Children)
        {
            if (BestOf(indexes, [.. predicates.Where(predicate => predicate is PathNode), .. Conjunction(branch)], sort) is not { Score: > 0 } access)
            {
                return [];
            }

            accesses.Add(access);
        }

        return accesses.ToImmutable();
    }

    private static IndexAccess? BestOf(ImmutableArray<IndexDefinition> indexes, IReadOnlyList<FilterNode> predicates, SortSpecification? sort)
    {
        IndexAccess? best = null;
        foreach (var index in indexes)
        {
            foreach (var ranges in Alternatives(index, predicates))
            {
                var access = IndexAccess.Create(index, ranges, sort);
                if ((access.Score > 0 || access.Order is not null) && (best is null || IsBetter(access, best)))
                {
                    best = access;
                }
            }
        }

        return best;
    }

    // The predicates alone, and together with each $or as the union of its branches.
    private static IEnumerable<List<KeyRange>> Alternatives(IndexDefinition index, IReadOnlyList<FilterNode> predicates)
    {
        yield return IndexRanges.Of(index, predicates);
        foreach (var or in predicates.OfType<OrNode>())
        {
            yield return KeyRange.Normalize([.. or.Children.SelectMany(branch => IndexRanges.Of(index, [.. predicates, .. Conjunction(branch)]))]);
        }
    }

    private static bool IsBetter(IndexAccess left, IndexAccess right)
    {
        if (left.IsUniqueLookup != right.IsUniqueLookup)
        {
            return left.IsUniqueLookup;
        }

        if (left.Score / 2 != right.Score / 2)
        {
            return left.Score / 2 > right.Score / 2;
        }

        return (left.Order is null) != (right.Order is null) ? left.Order is not null : left.Score > right.Score;
    }

    private static IReadOnlyList<FilterNode> Conjunction(FilterNode node) => node is AndNode and ? and.Children : [node];
}
