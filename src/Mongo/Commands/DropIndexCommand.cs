using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`dropIndexes` of one index by its name; one that isn't there is an error (27).</summary>
public sealed class DropIndexCommand(string collection) : ReplyCommand(collection)
{
    public required string Index { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("dropIndexes"u8, Collection);
        writer.WriteString("index"u8, Index);
    }
}
