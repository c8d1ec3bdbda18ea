using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`listIndexes`: the indexes of one collection; none for a collection that does not exist.</summary>
public sealed class ListIndexesCommand(string collection) : QueryCommand(collection)
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer) => writer.WriteString("listIndexes"u8, Collection);
}
