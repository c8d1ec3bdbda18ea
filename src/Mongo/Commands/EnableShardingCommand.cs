using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`enableSharding` of a database; run on `admin`. A server that is no mongos doesn't know it (59).</summary>
public sealed class EnableShardingCommand(string database) : AdministrationCommand
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer) => writer.WriteString("enableSharding"u8, database);
}
