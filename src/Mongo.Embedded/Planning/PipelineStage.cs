using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>One stage of a pipeline: its name, and where its argument lies.</summary>
internal readonly record struct PipelineStage(string Name, BsonDocument Specification)
{
    internal static PipelineStage Parse(BsonDocument stage)
    {
        var reader = new BsonReader(stage.Span);
        if (!reader.Read())
        {
            throw WrongFieldCount();
        }

        var name = Encoding.UTF8.GetString(reader.NameSpan);
        return reader.Read() ? throw WrongFieldCount() : new PipelineStage(name, stage);
    }

    internal BsonValue Argument
    {
        get
        {
            var reader = new BsonReader(Specification.Span);
            reader.Read();
            return reader.Value;
        }
    }

    /// <summary>The argument of a stage that takes a document.</summary>
    internal BsonDocument Document() =>
        Argument.Type == BsonType.Document
            ? new BsonDocument(Argument.Bytes.ToArray())
            : throw new StoreException(StoreErrorCode.TypeMismatch, $"the {Name} stage specification must be an object");

    private static StoreException WrongFieldCount() =>
        new(StoreErrorCode.InvalidPipelineStage, "A pipeline stage specification object must contain exactly one field.");
}
