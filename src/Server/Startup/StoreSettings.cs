namespace OwnedData.Server.Startup;

/// <summary>Where the documents are: in a MongoDB, else in the embedded store.</summary>
/// <param name="DataFolder">Of the embedded store.</param>
/// <param name="MongoUri">With its password: never shown. Null for the embedded store.</param>
/// <param name="MongoDatabase">Null for the one that the URI names.</param>
internal sealed record StoreSettings(string DataFolder, string? MongoUri, string? MongoDatabase)
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
            configuration[ConfigurationKeys.MongoDatabase.Name] is { Length: > 0 } database ? database : null);
    }

    /// <summary>A record would show the password.</summary>
    public override string ToString() => MongoUri is null ? DataFolder : "MongoDB";
}
