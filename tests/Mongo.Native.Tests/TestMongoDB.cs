using OwnedData.Bson;
using OwnedData.Mongo.Native.Driving;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>The MongoDB server that tests may use, where the environment names one.</summary>
internal static class TestMongoDB
{
    public const string Variable = "OWNEDDATA_TEST_MONGODB_URI";

    private static readonly Lazy<bool> s_isDocumentDB = new(AskForDocumentDB);

    public static string? Uri { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? uri : null;

    /// <summary>Why tests that need the server can't run; null when they can.</summary>
    public static string? ReasonToLeaveOut { get; } =
        Uri is null ? $"{Variable} names no MongoDB server"
        : !DriverLibrary.IsPresent ? "libmongoc is not installed"
        : null;

    /// <summary>Whether it is Microsoft's DocumentDB, whose differences are known.</summary>
    public static bool IsDocumentDB => s_isDocumentDB.Value;

    /// <summary>A store on a database of its own.</summary>
    public static NativeMongoStore Open(string database, string? options = null, int maximumWaiting = 1000) =>
        NativeMongoStore.Open(new NativeStoreOptions { Uri = WithOptions(options), Database = database, MaximumWaiting = maximumWaiting });

    public static string NewDatabase() => $"test_{Guid.NewGuid():N}";

    /// <summary>Runs a command of the administrator's: what no store needs.</summary>
    public static BsonDocument Run(string database, string command)
    {
        using var metrics = new DriverMetrics();
        using var pool = ClientPool.Open(new NativeStoreOptions { Uri = Uri!, Database = database }, metrics);
        using var client = pool.Rent();
        using var options = new NativeDocument();
        using var reply = new NativeDocument();
        client.Run(CommandRoute.Plain, StoreExtensions.Parse(command).Span, options, reply);
        return new BsonDocument(reply.Read().ToArray());
    }

    private static bool AskForDocumentDB() => Run("admin", "{buildInfo: 1}").ToString().Contains("documentdb", StringComparison.OrdinalIgnoreCase);

    private static string WithOptions(string? options) =>
        options is null ? Uri! : $"{Uri}{(Uri!.Contains('?', StringComparison.Ordinal) ? "&" : Uri.LastIndexOf('/') > "mongodb+srv://".Length ? "?" : "/?")}{options}";
}
