using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`shardCollection`; run on `admin`. A collection that is sharded by the same key stays so; by another it is an error (23).</summary>
public sealed class ShardCollectionCommand(string database, string collection) : AdministrationCommand
{
    public required BsonDocument Key { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("shardCollection"u8, $"{database}.{collection}");
        writer.WriteDocument("key"u8, Key);
    }
}
