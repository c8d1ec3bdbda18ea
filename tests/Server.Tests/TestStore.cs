using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests;

/// <summary>Where the servers of the tests keep their documents: embedded in the data folder, or in a database named after it on the MongoDB that the environment names.</summary>
internal static class TestStore
{
    public const string Variable = "OWNEDDATA_TEST_MONGODB_URI";

    /// <summary>For tests of the embedded store itself.</summary>
    public static readonly (string Key, string? Value) Embedded = ("Mongo:Uri", null);

    /// <summary>The MongoDB; null for none.</summary>
    public static string? Uri { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? uri : null;

    /// <summary>Sets the store of the configuration's data folder, unless the test has chosen. In Production a MongoDB would have to be made ready first: those keep theirs embedded.</summary>
    public static void Configure(Dictionary<string, string?> configuration, string environment)
    {
        if (Uri is { } uri && environment == "Development" && configuration.TryAdd("Mongo:Uri", uri))
        {
            configuration["Mongo:Database"] = DatabaseOf(configuration["Data"]!);
        }
    }

    /// <summary>The store of a data folder.</summary>
    public static OpenedStore Open(string folder) =>
        StoreOpening.Open(Uri is { } uri ? new StoreSettings(folder, uri, DatabaseOf(folder)) : new StoreSettings(folder, null, null));

    /// <summary>Drops what a data folder's servers left in a MongoDB.</summary>
    public static async Task DropAsync(string folder)
    {
        if (Uri is null)
        {
            return;
        }

        using var opened = Open(folder);
        var names = new List<string>();
        await foreach (var batch in opened.Store.QueryAsync(new ListCollectionsCommand(), CancellationToken.None))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    names.Add(NameOf(batch.Next(ref offset)));
                }
            }
        }

        foreach (var name in names)
        {
            await opened.Store.ExecuteAsync(new DropCommand(name), CancellationToken.None);
        }
    }

    private static string NameOf(BsonDocument collection) =>
        collection.TryGetValue("name"u8, out var name) ? Encoding.UTF8.GetString(name.AsString()) : throw new InvalidOperationException("A collection without a name");

    // Of the test's own folder, in which its data may lie deeper.
    private static string DatabaseOf(string folder) => Path.GetRelativePath(Path.GetTempPath(), folder).Split(Path.DirectorySeparatorChar)[0];
}
