using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`update` with one statement.</summary>
public sealed class UpdateCommand(string collection) : ReplyCommand(collection)
{
    public required BsonDocument Filter { get; init; }

    /// <summary>Update operators such as `$set`.</summary>
    public required BsonDocument Update { get; init; }

    /// <summary>True to change every match, false for the first.</summary>
    public bool Multi { get; init; }

    public bool Upsert { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("update"u8, Collection);
        writer.WriteStartArray("updates"u8);
        writer.WriteStartDocument();
        writer.WriteDocument("q"u8, Filter);
        writer.WriteDocument("u"u8, Update);
        writer.WriteBoolean("multi"u8, Multi);
        writer.WriteBoolean("upsert"u8, Upsert);
        writer.WriteEndDocument();
        writer.WriteEndArray();
    }
}
