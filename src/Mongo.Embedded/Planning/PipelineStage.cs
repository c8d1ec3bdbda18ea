using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>One stage of a pipeline: its name, and where its argument lies.</summary>
internal readonly record struct PipelineStage(string Name, BsonDocument Specification)
{
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
}
