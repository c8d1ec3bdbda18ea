using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>How much a collection holds, in documents and bytes.</summary>
internal readonly record struct CollectionSize(long Documents, long DocumentBytes, long IndexBytes)
{
    internal static CollectionSize Measure(Connection connection, CollectionDefinition collection) => new(
        connection.QueryInt64($"SELECT count(*) FROM c{collection.Id}"),
        connection.QueryInt64($"SELECT coalesce(sum(length(document)), 0) FROM c{collection.Id}"),
        collection.Indexes.Sum(index => IndexSize(connection, index.Id)));

    /// <summary>Writes the elements that `collStats` and `$collStats` share. Every size is divided by <paramref name="scale"/>.</summary>
    internal void Write(BsonWriter writer, Connection connection, CollectionDefinition? collection, long scale)
    {
        writer.WriteInt64("size"u8, DocumentBytes / scale);
        writer.WriteInt64("count"u8, Documents);
        if (Documents > 0)
        {
            writer.WriteInt64("avgObjSize"u8, DocumentBytes / Documents);
        }

        writer.WriteInt64("storageSize"u8, DocumentBytes / scale);
        writer.WriteBoolean("capped"u8, false);
        writer.WriteInt32("nindexes"u8, collection?.Indexes.Length ?? 0);
        writer.WriteInt64("totalIndexSize"u8, IndexBytes / scale);
        writer.WriteInt64("totalSize"u8, (DocumentBytes + IndexBytes) / scale);
        writer.WriteStartDocument("indexSizes"u8);
        foreach (var index in collection?.Indexes ?? [])
        {
            writer.WriteInt64(Encoding.UTF8.GetBytes(index.Name), IndexSize(connection, index.Id) / scale);
        }

        writer.WriteEndDocument();
        writer.WriteInt64("scaleFactor"u8, scale);
    }

    private static long IndexSize(Connection connection, long index) => connection.QueryInt64($"SELECT coalesce(sum(length(key)), 0) FROM i{index}");
}
