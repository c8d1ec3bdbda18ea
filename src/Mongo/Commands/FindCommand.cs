using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`find`: documents of one collection by filter, in an order, up to a limit.</summary>
public sealed class FindCommand(string collection) : QueryCommand(collection)
{
    public BsonDocument Filter { get; init; } = BsonDocument.Empty;

    /// <summary>Sort specification; empty for natural order.</summary>
    public BsonDocument Sort { get; init; } = BsonDocument.Empty;

    /// <summary>Inclusion projection; empty for whole documents.</summary>
    public BsonDocument Projection { get; init; } = BsonDocument.Empty;

    /// <summary>The most documents to give back; 0 for all.</summary>
    public int Limit { get; init; }

    /// <summary>This command with another filter: the query filter's way to add the access predicate.</summary>
    public FindCommand WithFilter(BsonDocument filter) =>
        new(Collection) { Filter = filter, Sort = Sort, Projection = Projection, Limit = Limit, MaxTime = MaxTime };

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("find"u8, Collection);
        writer.WriteDocument("filter"u8, Filter);
        if (!Sort.IsEmpty)
        {
            writer.WriteDocument("sort"u8, Sort);
        }

        if (!Projection.IsEmpty)
        {
            writer.WriteDocument("projection"u8, Projection);
        }

        if (Limit > 0)
        {
            writer.WriteInt32("limit"u8, Limit);
        }
    }
}
