using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Projecting;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Turns a pipeline into a plan: `$match`, `$sort`, `$limit` at its beginning are the planner's, and a `$count` of what an index tells, the rest follow as they stand. Pipelines inside `$unionWith`
/// are planned the same way.
/// </summary>
internal sealed class PipelineParser(Catalogue catalogue)
{
    private const int MaximumStages = 1000;
    private const int MaximumDepth = 20;

    private int _depth;

    internal QueryPlan Plan(string collection, IReadOnlyList<BsonDocument> pipeline)
    {
        if (pipeline.Count > MaximumStages)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"A pipeline may have at most {MaximumStages} stages");
        }

        var stages = new Queue<PipelineStage>(pipeline.Select(Parse));
        var filter = TakeMatches(stages);
        var sort = stages.TryPeek(out var next) && next.Name == "$sort" ? SortOf(stages.Dequeue()) : default;
        var limit = stages.TryPeek(out next) && next.Name == "$limit" ? LimitOf(stages.Dequeue()) : 0;
        var plan = QueryPlanner.Plan(catalogue.Find(collection), filter, sort, limit);
        var isCounted = stages.TryPeek(out next) && next.Name == "$count" && plan.IsCountable;
        return plan with { CountedField = isCounted ? CountFieldOf(stages.Dequeue().Argument) : null, LaterStages = BuildAll(stages) };
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

    private ImmutableArray<LaterStage> BuildAll(Queue<PipelineStage> stages)
    {
        var built = ImmutableArray.CreateBuilder<LaterStage>(stages.Count);
        while (stages.TryPeek(out var stage))
        {
            built.Add(stage.Name == "$unionWith" ? LaterStage.OfUnion(TakeUnions(stages)) : LaterStage.Of(Build(stages.Dequeue())));
        }

        return built.ToImmutable();
    }

    private ImmutableArray<QueryPlan> TakeUnions(Queue<PipelineStage> stages)
    {
        var branches = ImmutableArray.CreateBuilder<QueryPlan>();
        while (stages.TryPeek(out var stage) && stage.Name == "$unionWith")
        {
            branches.Add(PlanUnion(stages.Dequeue()));
        }

        return branches.ToImmutable();
    }

    private QueryPlan PlanUnion(PipelineStage stage)
    {
        if (stage.Argument.Type == BsonType.String)
        {
            return Plan(Encoding.UTF8.GetString(stage.Argument.AsString()), []);
        }

        if (stage.Argument.Type != BsonType.Document)
        {
            throw new StoreException(StoreErrorCode.FailedToParse, "the $unionWith stage specification must be an object or string");
        }

        var reader = CommandReader.OfPart(stage.Document(), "$unionWith");
        string? collection = null;
        List<BsonDocument> pipeline = [];
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "coll":
                    collection = reader.String();
                    break;
                case "pipeline":
                    pipeline = reader.Documents();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return PlanNested(collection ?? throw reader.Missing("coll"), pipeline);
    }

    private QueryPlan PlanNested(string collection, List<BsonDocument> pipeline)
    {
        if (++_depth > MaximumDepth)
        {
            throw new StoreException(StoreErrorCode.MaxSubPipelineDepthExceeded, $"Maximum number of nested sub-pipelines exceeded. Limit is {MaximumDepth}");
        }

        var plan = Plan(collection, pipeline);
        _depth--;
        return plan;
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
            case "$project":
                var projection = Projection.Parse(ProjectionOf(stage));
                return source => new ProjectedSource(source, projection);
            case "$count":
                var field = CountFieldOf(stage.Argument);
                return source => new CountedDocuments(source, field);
            default:
                throw new StoreException(StoreErrorCode.UnrecognizedPipelineStage, $"Unrecognized pipeline stage name: '{stage.Name}'");
        }
    }

    private static BsonDocument SortOf(PipelineStage stage) =>
        stage.Document() is { IsEmpty: false } sort
            ? sort
            : throw new StoreException(StoreErrorCode.EmptySortStage, "$sort stage must have at least one sort key");

    private static BsonDocument ProjectionOf(PipelineStage stage) =>
        stage.Document() is { IsEmpty: false } projection
            ? projection
            : throw new StoreException(StoreErrorCode.EmptyProjection, "Invalid $project :: caused by :: projection specification must have at least one field");

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
