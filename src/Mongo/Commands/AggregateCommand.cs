using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`aggregate`: a pipeline over one collection.</summary>
public sealed class AggregateCommand(string collection) : QueryCommand(collection)
{
    public required ImmutableArray<BsonDocument> Pipeline { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("aggregate"u8, Collection);
        writer.WriteStartArray("pipeline"u8);
        foreach (var stage in Pipeline)
        {
            writer.WriteDocument(stage);
        }

        writer.WriteEndArray();
        writer.WriteStartDocument("cursor"u8);
        writer.WriteEndDocument();
    }
}
