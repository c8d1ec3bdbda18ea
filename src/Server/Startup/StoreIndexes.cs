using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Server.Startup;

/// <summary>Holds the store's indexes against those of the model, and makes what is missing. Nothing here drops one that nobody named.</summary>
internal static class StoreIndexes
{
    private const int MostNamed = 50;

    /// <summary>The mode that was configured; else a MongoDB in Production is checked, since making an index on much data is nothing to do by the way.</summary>
    public static IndexMode ReadMode(IConfiguration configuration, bool isDevelopment, StoreSettings store) =>
        ServerSettings.Text(configuration, ConfigurationKeys.IndexesMode) switch
        {
            "" => isDevelopment || store.MongoUri is null ? IndexMode.Apply : IndexMode.Check,
            "apply" => IndexMode.Apply,
            "check" => IndexMode.Check,
            "ignore" => IndexMode.Ignore,
            _ => throw ServerSettings.Wrong(configuration, ConfigurationKeys.IndexesMode),
        };

    /// <summary>Before the first request. Throws <see cref="StartupException"/> where the server must not start.</summary>
    /// <param name="store">The store.</param>
    /// <param name="model">The model.</param>
    /// <param name="modelPath">For the command that would help; null for the sample model.</param>
    /// <param name="mode">What to do.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task PrepareAsync(IMongoStore store, DataModel model, string? modelPath, IndexMode mode, CancellationToken cancellationToken)
    {
        if (mode == IndexMode.Apply)
        {
            await ApplyAsync(store, model, cancellationToken);
        }
        else if (mode == IndexMode.Check)
        {
            ThrowIfMissing(await CompareAsync(store, model, cancellationToken), modelPath);
        }
    }

    /// <summary>One comparison a collection, in the order of the model.</summary>
    public static async Task<List<IndexComparison>> CompareAsync(IMongoStore store, DataModel model, CancellationToken cancellationToken)
    {
        var comparisons = new List<IndexComparison>();
        foreach (var type in model.StoredTypes)
        {
            comparisons.Add(IndexComparison.Of(type, await ListAsync(store, type.Collection, cancellationToken)));
        }

        return comparisons;
    }

    /// <summary>Makes what is missing, all of a collection in one command, which reads the documents once.</summary>
    public static async Task ApplyAsync(IMongoStore store, DataModel model, CancellationToken cancellationToken)
    {
        foreach (var comparison in await CompareAsync(store, model, cancellationToken))
        {
            await CreateAsync(store, comparison.Type, comparison.Missing, cancellationToken);
        }
    }

    /// <summary>Makes some indexes of a type. Throws <see cref="StartupException"/> where the data or another index don't let it.</summary>
    public static async Task CreateAsync(
        IMongoStore store, StoredType type, IReadOnlyCollection<IndexDefinition> indexes, CancellationToken cancellationToken)
    {
        if (indexes.Count == 0)
        {
            return;
        }

        try
        {
            await store.ExecuteAsync(ModelIndexes.ToCommand(type, indexes), cancellationToken);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey)
        {
            // The store's message shows the values.
            var index = indexes.FirstOrDefault(index => index.Name == exception.IndexName) ?? indexes.First(index => index.IsUnique);
            throw new StartupException(
                $"{type.Collection}: the unique index {index.Name} can't be made, because several documents have the same {string.Join(", ", index.Fields)}. Change them first.",
                exception);
        }
        catch (StoreException exception) when (exception.Code is StoreErrorCode.IndexOptionsConflict or StoreErrorCode.IndexKeySpecsConflict)
        {
            throw new StartupException(
                $"{type.Collection}: another index is in the way of one that the model needs: {exception.Message}. `indexes check` names both, `indexes apply --drop-unused` replaces it.",
                exception);
        }
    }

    private static void ThrowIfMissing(List<IndexComparison> comparisons, string? modelPath)
    {
        var missing = comparisons.SelectMany(comparison => comparison.Missing.Select(index => $"  {comparison.Type.Collection}: {index.Name}")).ToArray();
        if (missing.Length > 0)
        {
            var more = missing.Length > MostNamed ? $"\n  and {missing.Length - MostNamed} more" : "";
            throw new StartupException(
                $"""
                The store lacks {missing.Length} of the indexes that the model needs:
                {string.Join('\n', missing.Take(MostNamed))}{more}
                Make them with: indexes apply{(modelPath is null ? "" : $" --model {modelPath}")}
                {ConfigurationKeys.IndexesMode.Name}=apply makes them at every start, {ConfigurationKeys.IndexesMode.Name}=ignore starts without.
                """);
        }
    }

    private static async Task<List<StoredIndex>> ListAsync(IMongoStore store, string collection, CancellationToken cancellationToken)
    {
        var indexes = new List<StoredIndex>();
        await foreach (var batch in store.QueryAsync(new ListIndexesCommand(collection), cancellationToken))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    indexes.Add(StoredIndex.Read(batch.Next(ref offset)));
                }
            }
        }

        return indexes;
    }
}
