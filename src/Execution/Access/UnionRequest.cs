using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Access;

/// <summary>The first documents for each of several client's filters on one collection, by `_id`: an aggregate with a `$unionWith` for each filter after the first.</summary>
internal sealed record UnionRequest(string Collection, ImmutableArray<BsonDocument> Filters, int Limit, BsonDocument Projection, TimeSpan? MaxTime)
{
    private static readonly BsonDocument s_byId = BsonDocument.Parse("""{ "_id": 1 }""");

    /// <summary>The command with a restricted filter in every branch.</summary>
    public AggregateCommand ToCommand(IReadOnlyList<BsonDocument> restrictedFilters)
    {
        var stages = ImmutableArray.CreateBuilder<BsonDocument>();
        foreach (var write in StageWriters(restrictedFilters[0]))
        {
            stages.Add(DocumentOf(write));
        }

        foreach (var filter in restrictedFilters.Skip(1))
        {
            stages.Add(DocumentOf(writer => WriteUnion(writer, filter)));
        }

        return new AggregateCommand(Collection) { Pipeline = stages.ToImmutable(), MaxTime = MaxTime };
    }

    private void WriteUnion(BsonWriter writer, BsonDocument filter)
    {
        writer.WriteStartDocument("$unionWith"u8);
        writer.WriteString("coll"u8, Collection);
        writer.WriteStartArray("pipeline"u8);
        foreach (var write in StageWriters(filter))
        {
            writer.WriteStartDocument();
            write(writer);
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
    }

    private Action<BsonWriter>[] StageWriters(BsonDocument filter) =>
    [
        writer => writer.WriteDocument("$match"u8, filter),
        writer => writer.WriteDocument("$sort"u8, s_byId),
        writer => writer.WriteInt32("$limit"u8, Limit),
        writer => writer.WriteDocument("$project"u8, Projection),
    ];

    private static BsonDocument DocumentOf(Action<BsonWriter> write)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        write(writer);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
