using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Mongo.Embedded;
using OwnedData.Mongo.Native;
using OwnedData.Schema.Model;

namespace OwnedData.Server.Startup;

/// <summary>Opens the store that the settings name and brings its indexes up to the model; what stands in the way is told in one line.</summary>
internal static class StoreOpening
{
    /// <summary>A MongoDB is connected to by the first command.</summary>
    public static OpenedStore Open(StoreSettings settings)
    {
        if (settings.MongoUri is not { } uri)
        {
            var embedded = Open(settings.DataFolder);
            return new OpenedStore(embedded, embedded);
        }

        try
        {
            var native = NativeMongoStore.Open(new NativeStoreOptions { Uri = uri, Database = settings.MongoDatabase });
            return new OpenedStore(native, native);
        }
        catch (StoreException exception)
        {
            throw new StartupException(exception.Message, exception);
        }
    }

    /// <summary>The embedded store.</summary>
    public static EmbeddedMongoStore Open(string dataFolder)
    {
        try
        {
            DataFolder.Create(dataFolder);
            return EmbeddedMongoStore.Open(new EmbeddedStoreOptions { Folder = dataFolder }, TimeProvider.System);
        }
        catch (StoreException exception)
        {
            throw new StartupException(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {dataFolder} can't be made: {exception.Message}", exception);
        }
    }

    /// <summary>Makes the indexes that the model asks for, and with them the collections.</summary>
    public static async Task CreateIndexesAsync(IMongoStore store, DataModel model, CancellationToken cancellationToken)
    {
        foreach (var type in model.StoredTypes.Where(type => !type.Indexes.IsEmpty))
        {
            await store.ExecuteAsync(ModelIndexes.ToCommand(type), cancellationToken);
        }
    }
}
