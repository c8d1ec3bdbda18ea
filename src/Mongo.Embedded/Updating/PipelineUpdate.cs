using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Planning;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>A pipeline as an update: what its stages make of a document takes the document's place.</summary>
internal sealed class PipelineUpdate : Update
{
    private readonly ImmutableArray<Shape> _stages;

    private PipelineUpdate(ImmutableArray<Shape> stages) => _stages = stages;

    internal static PipelineUpdate Parse(BsonValue pipeline, UpdateOptions options, Scope scope)
    {
        if (options.ArrayFilters.Count > 0)
        {
            throw new StoreException(StoreErrorCode.FailedToParse, "arrayFilters may not be specified for pipeline-style updates");
        }

        if (options.Collation is not null)
        {
            throw new StoreException(StoreErrorCode.BadValue, "The embedded store runs pipelines as updates without collations");
        }

        var stages = ImmutableArray.CreateBuilder<Shape>();
        foreach (var element in Operand.From(pipeline).Elements())
        {
            var stage = element.Type == BsonType.Document
                ? PipelineStage.Parse(new BsonDocument(element.Bytes))
                : throw new StoreException(StoreErrorCode.TypeMismatch, "Each element of the 'pipeline' array must be an object");
            stages.Add(ShapeParser.Parse(stage, scope) ?? throw new StoreException(StoreErrorCode.InvalidOptions, $"{stage.Name} is not allowed to be used within an update"));
        }

        return new PipelineUpdate(stages.ToImmutable());
    }

    internal override bool Apply(ReadOnlySpan<byte> document, Filter? filter, BsonWriter output) =>
        new ReplacementUpdate(Run(new BsonDocument(document.ToArray()))).Apply(document, filter, output);

    internal override void WriteUpsert(Filter filter, ObjectId newId, BsonWriter output)
    {
        using var seed = new BsonWriter();
        UpsertSeed.Write(filter.Root, isIdOnly: false, seed);
        new ReplacementUpdate(Run(seed.ToDocument())).WriteUpsert(seed.WrittenSpan, newId, output);
    }

    private BsonDocument Run(BsonDocument document)
    {
        foreach (var stage in _stages)
        {
            document = stage.Apply(document);
        }

        return document;
    }
}
