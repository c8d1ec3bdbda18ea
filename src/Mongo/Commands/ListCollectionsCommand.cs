using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`listCollections` of the database: name and type of each, views included.</summary>
public sealed class ListCollectionsCommand() : QueryCommand("$cmd.listCollections")
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteInt32("listCollections"u8, 1);
        writer.WriteBoolean("nameOnly"u8, true);
    }
}
