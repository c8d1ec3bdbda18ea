using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`indexes apply --shard`: shards the collections of a model whose commands each name one shard, once their indexes are there.</summary>
/// <param name="administration">A store on the database `admin` of a mongos.</param>
/// <param name="database">The database of the model's collections.</param>
/// <param name="output">Where progress is shown.</param>
internal sealed class ShardApplication(IMongoStore administration, string database, TextWriter output)
{
    /// <summary>Before anything is changed. Throws <see cref="StartupException"/> where there is nothing to shard on.</summary>
    public async Task EnableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await administration.ExecuteAsync(new EnableShardingCommand(database), cancellationToken);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.CommandNotFound)
        {
            throw new StartupException($"--shard needs a sharded cluster, and {ConfigurationKeys.MongoUri.Name} leads to a server that is no mongos. Nothing was changed.", exception);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.Unauthorized)
        {
            throw new StartupException($"The user in {ConfigurationKeys.MongoUri.Name} may not shard collections: it needs the role clusterManager. Nothing was changed.", exception);
        }
    }

    /// <summary>Collection by collection. Throws <see cref="StartupException"/> at the first that MongoDB doesn't take.</summary>
    public async Task RunAsync(DataModel model, CancellationToken cancellationToken)
    {
        foreach (var type in model.StoredTypes)
        {
            var key = ShardKey.Of(type);
            if (key.IsEmpty)
            {
                await output.WriteLineAsync($"unsharded, kept: {type.Collection}: no one field is in every command");
                continue;
            }

            try
            {
                await administration.ExecuteAsync(new ShardCollectionCommand(database, type.Collection) { Key = ShardKey.ToDocument(key) }, cancellationToken);
                await output.WriteLineAsync($"sharded: {type.Collection}: {string.Join(", ", key)}");
            }
            catch (StoreException exception) when (exception.Code == StoreErrorCode.AlreadyInitialized)
            {
                await output.WriteLineAsync($"sharded by another key, kept: {type.Collection}");
            }
            catch (StoreException exception)
            {
                throw new StartupException($"{type.Collection} can't be sharded by {string.Join(", ", key)}: {exception.Message}", exception);
            }
        }
    }
}
