using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Projecting;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>How a query will be answered. Opening it reads nothing yet.</summary>
internal sealed record QueryPlan
{
    // Each next document is looked for among the first of all streams.
    private const int MaximumStreams = 256;

    /// <summary>Null for a collection that does not exist.</summary>
    internal required CollectionDefinition? Collection { get; init; }

    internal required Filter Filter { get; init; }

    /// <summary>The order that was asked for; null for none.</summary>
    internal required SortSpecification? Sort { get; init; }

    /// <summary>Zero for no limit.</summary>
    internal required long Limit { get; init; }

    /// <summary>The indexes to read, together; none to scan the collection.</summary>
    internal required ImmutableArray<IndexAccess> Accesses { get; init; }

    internal Projection? Projection { get; init; }

    /// <summary>The field of a `$count` that the entries of the only index answer, so that no document is read; null for any other query.</summary>
    internal byte[]? CountedField { get; init; }

    /// <summary>Whether counting entries counts the matching documents.</summary>
    internal bool IsCountable => Sort is null && Limit == 0 && Accesses is [var access] && IndexCoverage.IsExact(access, Filter.Root.Conjuncts);

    /// <summary>The pipeline's stages after those that the plan covers.</summary>
    internal ImmutableArray<LaterStage> LaterStages { get; init; } = [];

    /// <summary>Whether there is nothing to read.</summary>
    internal bool IsEmpty => Collection is null || Filter.Root is ConstantNode { Value: false };

    /// <summary>Whether documents are read in the order that was asked for, so that no sort must wait for the last of them.</summary>
    internal bool IsOrdered => Sort is null || Accesses is [{ Order: not null }] || (!Accesses.IsEmpty && AreMergeable());

    /// <summary>Whether several ordered streams are merged.</summary>
    internal bool IsMerged => Sort is not null && IsOrdered && (Accesses.Length > 1 || Accesses is [{ Order.StreamCount: > 1 }]);

    internal AccessRank Rank => new(
        !Accesses.IsEmpty && Accesses.All(access => access.IsUniqueLookup),
        Accesses.IsEmpty ? 0 : Accesses.Min(access => access.Score),
        IsOrdered);

    internal DocumentSource Open(Connection connection, OperationContext context)
    {
        DocumentSource source = CountedField is null
            ? OpenRecords(connection, context)
            : new CountedEntries(connection, Accesses[0], CountedField, context);
        if (!IsOrdered)
        {
            source = new SortedSource(source, Sort!, Limit == 0 ? long.MaxValue : Limit);
        }

        if (Limit > 0)
        {
            source = new LimitedSource(source, Limit);
        }

        if (Projection is not null)
        {
            source = new ProjectedSource(source, Projection);
        }

        foreach (var stage in LaterStages)
        {
            source = stage.Open(source, connection, context);
        }

        return source;
    }

    /// <summary>The matching records, in the order asked for when <see cref="IsOrdered"/>, not limited: where writers find what they change.</summary>
    internal RecordSource OpenRecords(Connection connection, OperationContext context) =>
        IsEmpty ? new EmptySource() : new FilteredRecords(OpenAccesses(connection, Collection!, context), Filter);

    private RecordSource OpenAccesses(Connection connection, CollectionDefinition collection, OperationContext context)
    {
        if (Accesses.IsEmpty)
        {
            return new CollectionScan(connection, collection, context);
        }

        var scans = new List<IndexScan>();
        var sortKeyOffsets = new List<int>();
        foreach (var access in Accesses)
        {
            foreach (var stream in IsMerged ? access.Streams() : [access.Ranges])
            {
                scans.Add(new IndexScan(connection, collection, access.Index, stream, access.IsBackward, context));
                sortKeyOffsets.Add(stream.IsEmpty || access.Order is null ? 0 : stream[0].Prefix(access.Order.PrefixFields).Length);
            }
        }

        return scans.Count == 1 ? scans[0]
            : IsMerged ? new MergedScans(scans, sortKeyOffsets, Accesses[0].IsBackward)
            : new SequentialScans(scans);
    }

    // Streams of different indexes can only be merged when the bytes of their sort keys compare alike.
    private bool AreMergeable() =>
        Accesses.All(access => access.Order is { IsMergeable: true } order && order.IsBackward == Accesses[0].IsBackward)
        && Accesses.Sum(access => access.Order!.StreamCount) <= MaximumStreams;
}
