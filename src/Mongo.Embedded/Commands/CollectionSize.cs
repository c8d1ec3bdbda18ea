using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>How much a collection holds, in documents and bytes.</summary>
internal readonly record struct CollectionSize(long Documents, long DocumentBytes, long IndexBytes)
{
    internal static CollectionSize Measure(Session session, CollectionDefinition collection) => new(
        session.Connection.QueryInt64($"SELECT count(*) FROM c{collection.Id}"),
        session.Connection.QueryInt64($"SELECT coalesce(sum(length(document)), 0) FROM c{collection.Id}"),
        collection.Indexes.Sum(index => IndexSize(session, index.Id)));

    internal static long IndexSize(Session session, long index) => session.Connection.QueryInt64($"SELECT coalesce(sum(length(key)), 0) FROM i{index}");
}
