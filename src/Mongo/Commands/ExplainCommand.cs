using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`explain` with `executionStats` of a find or an aggregate.</summary>
public sealed class ExplainCommand(QueryCommand command) : ReplyCommand(command.Collection)
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteDocument("explain"u8, command.ToDocument());
        writer.WriteString("verbosity"u8, "executionStats");
    }
}
