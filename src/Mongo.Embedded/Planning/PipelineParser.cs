using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Turns a pipeline into a plan: `$match`, `$sort`, `$limit` at its beginning are the planner's, and a `$count` of what an index tells, the rest follow as they stand. Pipelines inside `$unionWith`
/// are planned the same way.
/// </summary>
internal sealed class PipelineParser(Catalogue catalogue, Scope scope, int depth = 0)
{
    private const int MaximumStages = 1000;
    private const int MaximumDepth = 20;

    // The stages that compare no text.
    private static readonly FrozenSet<string> s_withoutText = new[] { "$limit", "$skip", "$count", "$unset", "$sample" }.ToFrozenSet();

    internal Scope Scope => scope;

    internal QueryPlan Plan(string collection, IReadOnlyList<BsonDocument> pipeline, QuerySettings? settings = null)
    {
        settings ??= QuerySettings.None;
        CheckLength(pipeline);
        var stages = new Queue<PipelineStage>(pipeline.Select(PipelineStage.Parse));
        if (stages.TryPeek(out var first) && first.Name == "$collStats")
        {
            return PlanStatistics(collection, stages);
        }

        var filter = TakeMatches(stages);
        var sort = stages.TryPeek(out var next) && next.Name == "$sort" ? StageParser.SortOf(stages.Dequeue()) : default;
        var limit = stages.TryPeek(out next) && next.Name == "$limit" ? StageParser.LimitOf(stages.Dequeue()) : 0;
        var plan = QueryPlanner.Plan(catalogue.Find(collection), filter, sort, limit, scope, settings);
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
        return QueryPlanner.Plan(collection: null, filter: default, sort: default, limit: 0, scope, QuerySettings.None) with
        {
            LaterStages = BuildAll(stages).Insert(0, statistics),
        };
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

    /// <summary>The stages of a pipeline that reads no collection of its own.</summary>
    internal ImmutableArray<LaterStage> ParseStages(IReadOnlyList<BsonDocument> pipeline)
    {
        CheckLength(pipeline);
        return BuildAll(new Queue<PipelineStage>(pipeline.Select(PipelineStage.Parse)));
    }

    /// <summary>A parser for a pipeline inside a stage, where other variables may be known.</summary>
    internal PipelineParser Inside(Scope inner) => depth < MaximumDepth
        ? new PipelineParser(catalogue, inner, depth + 1)
        : throw new StoreException(StoreErrorCode.MaxSubPipelineDepthExceeded, $"Maximum number of nested sub-pipelines exceeded. Limit is {MaximumDepth}");

    private ImmutableArray<LaterStage> BuildAll(Queue<PipelineStage> stages)
    {
        var built = ImmutableArray.CreateBuilder<LaterStage>(stages.Count);
        while (stages.TryPeek(out var stage))
        {
            built.Add(stage.Name switch
            {
                "$unionWith" => LaterStage.OfUnion(TakeUnions(stages)),
                "$lookup" => LookupParser.Parse(stages.Dequeue(), this),
                "$facet" => FacetParser.Parse(stages.Dequeue(), this),
                _ => LaterStage.Of(StageParser.Parse(stages.Dequeue(), scope)),
            });
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

        return Inside(scope).Plan(collection ?? throw reader.Missing("coll"), pipeline);
    }

    private static void CheckLength(IReadOnlyList<BsonDocument> pipeline)
    {
        if (pipeline.Count > MaximumStages)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"A pipeline may have at most {MaximumStages} stages");
        }
    }
}
