using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`explain` with `executionStats` of a find, an aggregate or a findAndModify, which changes nothing. <see cref="ExplainStatistics"/> reads the reply.</summary>
public sealed class ExplainCommand(MongoCommand command) : ReplyCommand(command.Collection)
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteDocument("explain"u8, command.ToDocument());
        writer.WriteString("verbosity"u8, "executionStats");
    }
}
