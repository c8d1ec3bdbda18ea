using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Turns a pipeline into a plan: `$match`, `$sort`, `$limit` at its beginning are the planner's, the rest follow as they stand.</summary>
internal static class PipelineParser
{
    private const int MaximumStages = 1000;

    internal static QueryPlan Plan(CollectionDefinition? collection, IReadOnlyList<BsonDocument> pipeline)
    {
        if (pipeline.Count > MaximumStages)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"A pipeline may have at most {MaximumStages} stages");
        }

        var stages = new Queue<PipelineStage>(pipeline.Select(Parse));
        var filter = TakeMatches(stages);
        var sort = stages.TryPeek(out var next) && next.Name == "$sort" ? SortOf(stages.Dequeue()) : default;
        var limit = stages.TryPeek(out next) && next.Name == "$limit" ? LimitOf(stages.Dequeue()) : 0;
        return QueryPlanner.Plan(collection, filter, sort, limit) with { LaterStages = [.. stages.Select(Build)] };
    }

    private static PipelineStage Parse(BsonDocument stage)
    {
        var reader = new BsonReader(stage.Span);
        if (!reader.Read())
        {
            throw WrongFieldCount();
        }

        var name = Encoding.UTF8.GetString(reader.NameSpan);
        return reader.Read() ? throw WrongFieldCount() : new PipelineStage(name, stage);
    }

    private static BsonDocument TakeMatches(Queue<PipelineStage> stages)
    {
        var matches = new List<BsonDocument>();
        while (stages.TryPeek(out var stage) && stage.Name == "$match")
        {
            matches.Add(stages.Dequeue().Document());
        }

        if (matches.Count <= 1)
        {
            return matches.FirstOrDefault();
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        matches.ForEach(writer.WriteDocument);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static Func<DocumentSource, DocumentSource> Build(PipelineStage stage)
    {
        switch (stage.Name)
        {
            case "$match":
                var filter = Filter.Parse(stage.Document());
                return source => new FilteredSource(source, filter);
            case "$sort":
                var sort = SortSpecification.Parse(SortOf(stage));
                return source => new SortedSource(source, sort, long.MaxValue);
            case "$limit":
                var limit = LimitOf(stage);
                return source => new LimitedSource(source, limit);
            case "$count":
                var field = CountFieldOf(stage.Argument);
                return source => new CountedSource(source, field);
            default:
                throw new StoreException(StoreErrorCode.UnrecognizedPipelineStage, $"Unrecognized pipeline stage name: '{stage.Name}'");
        }
    }

    private static BsonDocument SortOf(PipelineStage stage) =>
        stage.Document() is { IsEmpty: false } sort
            ? sort
            : throw new StoreException(StoreErrorCode.EmptySortStage, "$sort stage must have at least one sort key");

    private static long LimitOf(PipelineStage stage)
    {
        var limit = stage.Argument switch
        {
            { Type: BsonType.Int32 } value => value.AsInt32(),
            { Type: BsonType.Int64 } value => value.AsInt64(),
            { Type: BsonType.Double } value when Math.Truncate(value.AsDouble()) == value.AsDouble() => (long)value.AsDouble(),
            _ => throw new StoreException(StoreErrorCode.InvalidLimitStage, "invalid argument to $limit stage: Expected a number"),
        };
        return limit > 0 ? limit : throw new StoreException(StoreErrorCode.LimitNotPositive, "the limit must be positive");
    }

    private static byte[] CountFieldOf(BsonValue argument)
    {
        if (argument.Type != BsonType.String || argument.AsString().IsEmpty)
        {
            throw new StoreException(StoreErrorCode.InvalidCountField, "the count field must be a non-empty string");
        }

        var field = argument.AsString();
        return field[0] == (byte)'$' || field.ContainsAny((byte)'.', (byte)0)
            ? throw new StoreException(StoreErrorCode.CountFieldIsPath, "the count field cannot be a $-prefixed path, contain '.' or a null byte")
            : field.ToArray();
    }

    private static StoreException WrongFieldCount() =>
        new(StoreErrorCode.InvalidPipelineStage, "A pipeline stage specification object must contain exactly one field.");
}
