using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Parses `$facet`: several pipelines over the same documents.</summary>
internal static class FacetParser
{
    internal static LaterStage Parse(PipelineStage stage, PipelineParser parser)
    {
        if (stage.Argument.Type != BsonType.Document || stage.Document().IsEmpty)
        {
            throw ExpressionError.Create(40169, "the $facet specification must be a non-empty object");
        }

        var facets = ImmutableArray.CreateBuilder<(byte[], ImmutableArray<LaterStage>)>();
        var reader = CommandReader.OfPart(stage.Document(), "$facet");
        var inside = parser.Inside(parser.Scope);
        while (reader.Read())
        {
            var path = FieldPath.Parse(reader.Name);
            if ((path.CheckFieldNames() ?? (path.Length > 1 ? new StoreException(StoreErrorCode.DottedFieldName, $"FieldPath field names may not contain '.': '{path}'") : null)) is { } error)
            {
                throw error;
            }

            var pipeline = reader.Value.Type == BsonType.Array ? reader.Documents() : throw ExpressionError.Create(40170, $"arguments to $facet must be arrays, {reader.Name} is none");
            foreach (var inner in pipeline)
            {
                CheckAllowed(CommandReader.NameOf(inner));
            }

            facets.Add((path[0].ToArray(), inside.ParseStages(pipeline)));
        }

        var parsed = facets.ToImmutable();
        return new LaterStage((source, connection, context) => new FacetSource(source, parsed, connection, context));
    }

    private static void CheckAllowed(string name)
    {
        if (name is "$facet" or "$collStats" or "$out" or "$merge" or "$indexStats" or "$geoNear" or "$planCacheStats")
        {
            throw ExpressionError.Create(40600, $"{name} is not allowed to be used within a $facet stage");
        }
    }
}
