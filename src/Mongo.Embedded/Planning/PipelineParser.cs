using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
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

    // The stages that compare no text.
    private static readonly FrozenSet<string> s_withoutText = new[] { "$limit", "$skip", "$count", "$unset", "$sample" }.ToFrozenSet();

    private int _depth;

    internal QueryPlan Plan(string collection, IReadOnlyList<BsonDocument> pipeline, QuerySettings? settings = null)
    {
        settings ??= QuerySettings.None;
        if (pipeline.Count > MaximumStages)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"A pipeline may have at most {MaximumStages} stages");
        }

        var stages = new Queue<PipelineStage>(pipeline.Select(Parse));
        if (stages.TryPeek(out var first) && first.Name == "$collStats")
        {
            return PlanStatistics(collection, stages);
        }

        var filter = TakeMatches(stages);
        var sort = stages.TryPeek(out var next) && next.Name == "$sort" ? StageParser.SortOf(stages.Dequeue()) : default;
        var limit = stages.TryPeek(out next) && next.Name == "$limit" ? StageParser.LimitOf(stages.Dequeue()) : 0;
        var plan = QueryPlanner.Plan(catalogue.Find(collection), filter, sort, limit, settings);
        if (settings.Collation is not null && stages.Select(stage => stage.Name).FirstOrDefault(name => !s_withoutText.Contains(name)) is { } compared)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The embedded store runs {compared} without collations");
        }

        var isCounted = stages.TryPeek(out next) && next.Name == "$count" && plan.IsCountable;
        return plan with { CountedField = isCounted ? StageParser.CountFieldOf(stages.Dequeue().Argument) : null, LaterStages = BuildAll(stages) };
    }

    private QueryPlan PlanStatistics(string collection, Queue<PipelineStage> stages)
    {
        var statistics = CollectionStatistics.Parse(stages.Dequeue().Document(), collection, catalogue.Find(collection));
        return QueryPlanner.Plan(collection: null, filter: default, sort: default, limit: 0, QuerySettings.None) with
        {
            LaterStages = BuildAll(stages).Insert(0, statistics),
        };
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
            built.Add(stage.Name == "$unionWith" ? LaterStage.OfUnion(TakeUnions(stages)) : LaterStage.Of(StageParser.Parse(stages.Dequeue())));
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

    private static StoreException WrongFieldCount() =>
        new(StoreErrorCode.InvalidPipelineStage, "A pipeline stage specification object must contain exactly one field.");
}
