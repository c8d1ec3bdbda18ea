namespace OwnedData.Server.Startup;

/// <summary>Where the documents are: in a MongoDB, else in the embedded store.</summary>
/// <param name="DataFolder">Of the embedded store.</param>
/// <param name="MongoUri">With its password: never shown. Null for the embedded store.</param>
/// <param name="MongoDatabase">Null for the one that the URI names.</param>
/// <param name="EmbeddedPort">Where the embedded store listens for tools; null for nowhere.</param>
internal sealed record StoreSettings(string DataFolder, string? MongoUri, string? MongoDatabase, int? EmbeddedPort = null)
{
    /// <summary>Throws <see cref="StartupException"/> for a value that can't be.</summary>
    public static StoreSettings Read(IConfiguration configuration)
    {
        var uri = configuration[ConfigurationKeys.MongoUri.Name] is { Length: > 0 } text ? text : null;
        if (uri is not null && !uri.StartsWith("mongodb://", StringComparison.Ordinal) && !uri.StartsWith("mongodb+srv://", StringComparison.Ordinal))
        {
            throw new StartupException($"{ConfigurationKeys.MongoUri.Name} doesn't begin with mongodb:// or mongodb+srv://.");
        }

        return new StoreSettings(
            Path.GetFullPath(ServerSettings.Text(configuration, ConfigurationKeys.Data)),
            uri,
            configuration[ConfigurationKeys.MongoDatabase.Name] is { Length: > 0 } database ? database : null,
            ReadPort(configuration, uri is null));
    }

    private static int? ReadPort(IConfiguration configuration, bool isEmbedded)
    {
        var key = ConfigurationKeys.EmbeddedPort;
        if (ServerSettings.Text(configuration, key).Length == 0)
        {
            return null;
        }

        var port = ServerSettings.Parse<ushort>(configuration, key, ushort.TryParse);
        return isEmbedded ? port
            : throw new StartupException($"{key.Name} opens the embedded store, and {ConfigurationKeys.MongoUri.Name} names another. Leave one of them out.");
    }

    /// <summary>A record would show the password.</summary>
    public override string ToString() => MongoUri is null ? DataFolder : "MongoDB";
}
