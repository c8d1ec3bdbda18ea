using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Chooses how to answer a query, by rule: a unique lookup, else the most leading equalities, then an index that gives the order, then a range.
/// A `$or` counts as the union of its branches, on one index or on one for each branch; in each branch the rest of the filter holds too, other `$or`s
/// included. Without any of these the collection is scanned.
/// </summary>
internal sealed class QueryPlanner
{
    private const int MaximumBranches = 64;

    // Of the filter's own, the first: those of access rules come before a client's.
    private const int MaximumUnions = 8;

    // What a filter of many `$or`s may cost: each is tried inside each branch of each other. Beyond, a plan may read more than it had to.
    private const int MaximumUnionsInBranches = 2048;

    private static readonly ImmutableArray<Func<BestAccesses, IndexAccess?>> s_choices =
        [branch => branch.Any, branch => branch.Forward, branch => branch.Backward];

    private readonly ImmutableArray<IndexDefinition> _indexes;
    private readonly SortSpecification? _sort;
    private readonly FieldBounds _bounds = new();
    private int _unionsLeft = MaximumUnionsInBranches;

    private QueryPlanner(ImmutableArray<IndexDefinition> indexes, SortSpecification? sort)
    {
        _indexes = indexes;
        _sort = sort;
    }

    internal static QueryPlan Plan(CollectionDefinition? collection, BsonDocument filter, BsonDocument sort, long limit, Scope scope, QuerySettings settings)
    {
        var scan = new QueryPlan
        {
            Collection = collection,
            Filter = Filter.Parse(filter, scope).With(settings.Collation),
            Sort = sort.IsEmpty ? null : SortSpecification.Parse(sort).With(settings.Collation),
            Limit = limit,
            Accesses = [],
        };

        // Indexes hold text in the order of its bytes.
        var sortByIndex = settings.Collation is null ? scan.Sort : null;
        return scan.IsEmpty || settings.Hint is { IsNatural: true } ? scan
            : settings.Hint is { } hint ? new QueryPlanner([hint.FindIn(collection!)], sortByIndex).Obey(scan)
            : new QueryPlanner(collection!.Indexes, sortByIndex).Choose(scan);
    }

    // The one index there is, even where it neither narrows nor orders: each has an entry for every document.
    private QueryPlan Obey(QueryPlan scan) =>
        Choose(scan) is { Accesses.IsEmpty: false } plan ? plan : scan with { Accesses = [AccessOf(_indexes[0], scan.Filter.Root.Conjuncts)] };

    private QueryPlan Choose(QueryPlan scan)
    {
        var predicates = scan.Filter.Root.Conjuncts;
        var ors = predicates.OfType<OrNode>().ToList();
        var accesses = BestOf(predicates);
        foreach (var or in ors)
        {
            foreach (var index in _indexes)
            {
                accesses = accesses.With(UnionOf(index, predicates, or));
            }
        }

        var best = accesses.Any is { } access ? scan with { Accesses = [access] } : scan;
        foreach (var or in ors.Where(or => or.Children.Count <= MaximumBranches).Take(MaximumUnions))
        {
            var bestBefore = best;
            foreach (var union in UnionsOf(or, predicates).Select(union => scan with { Accesses = union }))
            {
                best = union.Rank.IsBetterThan(best.Rank) ? union : best;
            }

            // Good enough: the access rules' own comes first, and takes a client's into its branches.
            if (!ReferenceEquals(best, bestBefore) && best.IsOrdered)
            {
                break;
            }
        }

        return best;
    }

    // One access for each branch that can match, and again with those only that give the order one way. None where a branch has no bounds.
    private IEnumerable<ImmutableArray<IndexAccess>> UnionsOf(OrNode or, IReadOnlyList<FilterNode> predicates)
    {
        var branches = new List<BestAccesses>(or.Children.Count);
        foreach (var child in or.Children)
        {
            var branch = BestOfBranch([.. predicates.Where(predicate => predicate != or), .. child.Conjuncts]);
            if (branch.Any is not { Score: > 0 })
            {
                yield break;
            }

            branches.Add(branch);
        }

        if (branches.Exists(branch => !branch.Any!.Ranges.IsEmpty))
        {
            branches.RemoveAll(branch => branch.Any!.Ranges.IsEmpty);
        }

        foreach (var choice in s_choices)
        {
            ImmutableArray<IndexAccess> accesses = [.. branches.Select(choice).OfType<IndexAccess>().Where(access => access.Score > 0)];
            if (accesses.Length == branches.Count)
            {
                yield return accesses;
            }
        }
    }

    private BestAccesses BestOf(IReadOnlyList<FilterNode> predicates)
    {
        var best = default(BestAccesses);
        foreach (var index in _indexes)
        {
            best = best.With(AccessOf(index, predicates));
        }

        return best;
    }

    // A $or of the rest of the filter, such as a page's beginning, narrows the index that is best without it.
    private BestAccesses BestOfBranch(IReadOnlyList<FilterNode> predicates)
    {
        var best = BestOf(predicates);
        var points = (best.Any?.Score ?? 0) / 2;
        foreach (var or in predicates.OfType<OrNode>())
        {
            foreach (var index in _indexes)
            {
                if (or.Children.Count <= _unionsLeft && AccessOf(index, predicates).Score / 2 == points)
                {
                    _unionsLeft -= or.Children.Count;
                    best = best.With(UnionOf(index, predicates, or));
                }
            }
        }

        return best;
    }

    private IndexAccess AccessOf(IndexDefinition index, IReadOnlyList<FilterNode> predicates) =>
        IndexAccess.Create(index, IndexRanges.Of(index, predicates, _bounds), _sort);

    // The predicates together with a $or, all of whose branches are ranges of the same index.
    private IndexAccess UnionOf(IndexDefinition index, IReadOnlyList<FilterNode> predicates, OrNode or)
    {
        var ranges = or.Children.SelectMany(branch => IndexRanges.Of(index, [.. predicates, .. branch.Conjuncts], _bounds));
        return IndexAccess.Create(index, KeyRange.Normalize([.. ranges]), _sort);
    }
}
