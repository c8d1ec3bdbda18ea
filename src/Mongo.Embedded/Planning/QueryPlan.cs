using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>How a query will be answered. Opening it reads nothing yet.</summary>
internal sealed record QueryPlan
{
    /// <summary>Null for a collection that does not exist.</summary>
    internal required CollectionDefinition? Collection { get; init; }

    internal required Filter Filter { get; init; }

    /// <summary>The order that was asked for; null for none.</summary>
    internal required SortSpecification? Sort { get; init; }

    /// <summary>Zero for no limit.</summary>
    internal required long Limit { get; init; }

    /// <summary>The pipeline's stages after those that the plan covers.</summary>
    internal ImmutableArray<Func<DocumentSource, DocumentSource>> LaterStages { get; init; } = [];

    internal DocumentSource Open(Connection connection, OperationContext context)
    {
        DocumentSource source = OpenRecords(connection, context);
        if (Sort is not null)
        {
            source = new SortedSource(source, Sort, Limit == 0 ? long.MaxValue : Limit);
        }

        if (Limit > 0)
        {
            source = new LimitedSource(source, Limit);
        }

        foreach (var stage in LaterStages)
        {
            source = stage(source);
        }

        return source;
    }

    /// <summary>The matching records, neither sorted nor limited: where writers find what they change.</summary>
    internal RecordSource OpenRecords(Connection connection, OperationContext context) =>
        Collection is null || Filter.Root is ConstantNode { Value: false }
            ? new EmptySource()
            : new FilteredRecords(new CollectionScan(connection, Collection, context), Filter);
}
