using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`drop`: removes a collection with its indexes.</summary>
public sealed class DropCommand(string collection) : ReplyCommand(collection)
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer) => writer.WriteString("drop"u8, Collection);
}
