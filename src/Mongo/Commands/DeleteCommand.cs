using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`delete` with one statement.</summary>
public sealed class DeleteCommand(string collection) : ReplyCommand(collection)
{
    public required BsonDocument Filter { get; init; }

    /// <summary>True to delete every match, false for the first.</summary>
    public bool Multi { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("delete"u8, Collection);
        writer.WriteStartArray("deletes"u8);
        writer.WriteStartDocument();
        writer.WriteDocument("q"u8, Filter);
        writer.WriteInt32("limit"u8, Multi ? 0 : 1);
        writer.WriteEndDocument();
        writer.WriteEndArray();
    }
}
