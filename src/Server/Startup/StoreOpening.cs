using OwnedData.Mongo;
using OwnedData.Mongo.Embedded;
using OwnedData.Mongo.Embedded.Wire;
using OwnedData.Mongo.Native;

namespace OwnedData.Server.Startup;

/// <summary>Opens the store that the settings name; what stands in the way is told in one line.</summary>
internal static class StoreOpening
{
    /// <summary>A MongoDB is connected to by the first command.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="commandTime">The longest time that a command of a request has; null for a store that no requests use.</param>
    /// <param name="observer">Is told what becomes of MongoDB's servers; null for nobody.</param>
    public static OpenedStore Open(StoreSettings settings, TimeSpan? commandTime = null, IDeploymentObserver? observer = null)
    {
        if (settings.MongoUri is not { } uri)
        {
            var embedded = Open(settings.DataFolder);
            return new OpenedStore(embedded, embedded);
        }

        try
        {
            var native = NativeMongoStore.Open(new NativeStoreOptions
            {
                Uri = uri,
                Database = settings.MongoDatabase,
                CommandTime = commandTime,
                Observer = observer,
            });
            return new OpenedStore(native, native);
        }
        catch (StoreException exception)
        {
            throw new StartupException(exception.Message, exception);
        }
    }

    /// <summary>A cluster's database of administration. Throws <see cref="StartupException"/> for the embedded store, which has none.</summary>
    public static OpenedStore OpenAdministration(StoreSettings settings) => settings.MongoUri is not null
        ? Open(settings with { MongoDatabase = "admin" })
        : throw new StartupException($"--shard needs a sharded cluster, and {ConfigurationKeys.MongoUri.Name} names none: the store is the embedded one.");

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

    /// <summary>Lets this machine's MongoDB tools at the embedded store, where the settings say so.</summary>
    public static WireListener? Listen(OpenedStore opened, StoreSettings settings, Action<Exception> report)
    {
        try
        {
            return settings.EmbeddedPort is { } port && opened.Store is EmbeddedMongoStore store ? WireListener.Start(store, port, report) : null;
        }
        catch (StoreException exception)
        {
            throw new StartupException(exception.Message, exception);
        }
    }
}
