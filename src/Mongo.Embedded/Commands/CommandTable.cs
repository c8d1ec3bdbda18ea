using System.Collections.Frozen;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Which handler runs a command, by its name: the same for the API and for clients of the wire protocol.</summary>
internal static class CommandTable
{
    internal static readonly FrozenDictionary<string, IQueryHandler> Queries = new Dictionary<string, IQueryHandler>
    {
        ["find"] = new FindHandler(),
        ["aggregate"] = new AggregateHandler(),
        ["listIndexes"] = new ListIndexesHandler(),
        ["listCollections"] = new ListCollectionsHandler(),
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, IWriteHandler> Writes = new Dictionary<string, IWriteHandler>
    {
        ["insert"] = new InsertHandler(),
        ["update"] = new UpdateHandler(),
        ["delete"] = new DeleteHandler(),
        ["findAndModify"] = new FindAndModifyHandler(),
        ["findandmodify"] = new FindAndModifyHandler(),
        ["createIndexes"] = new CreateIndexesHandler(),
        ["dropIndexes"] = new DropIndexesHandler(),
        ["create"] = new CreateHandler(),
        ["drop"] = new DropHandler(),
        ["dropDatabase"] = new DropDatabaseHandler(),
        ["renameCollection"] = new RenameCollectionHandler(),
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, IReadHandler> Reads = new Dictionary<string, IReadHandler>
    {
        ["count"] = new CountHandler(),
        ["distinct"] = new DistinctHandler(),
        ["listDatabases"] = new ListDatabasesHandler(),
        ["collStats"] = new CollectionStatisticsHandler(),
        ["dbStats"] = new DatabaseStatisticsHandler(),
        ["validate"] = new ValidateHandler(),
        ["explain"] = new ExplainHandler(new Dictionary<string, IPlannedHandler>
        {
            ["find"] = new FindHandler(),
            ["aggregate"] = new AggregateHandler(),
            ["findAndModify"] = new FindAndModifyHandler(),
        }.ToFrozenDictionary()),
    }.ToFrozenDictionary();
}
