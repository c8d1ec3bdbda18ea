using System.Net;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Native.Driving;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>The MongoDB server that tests may use, where the environment names one.</summary>
internal static class TestMongoDB
{
    public const string Variable = "OWNEDDATA_TEST_MONGODB_URI";

    private static readonly Lazy<BsonDocument> s_buildInfo = new(() => Run("admin", "{buildInfo: 1}"));

    // `hello` came with 4.4.2.
    private static readonly Lazy<bool> s_isReplicaSet = new(() => Run("admin", "{isMaster: 1}").TryGetValue("setName"u8, out _));

    public static string? Uri { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? uri : null;

    /// <summary>Why tests that need the server can't run; null when they can.</summary>
    public static string? ReasonToLeaveOut { get; } =
        Uri is null ? $"{Variable} names no MongoDB server"
        : !DriverLibrary.IsPresent ? "libmongoc is not installed"
        : FindDistance();

    /// <summary>Whether it is Microsoft's DocumentDB, whose differences are known.</summary>
    public static bool IsDocumentDB => s_buildInfo.Value.ToString().Contains("documentdb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its version.</summary>
    public static Version Version => s_buildInfo.Value.TryGetValue("version"u8, out var version)
        ? Version.Parse(Encoding.UTF8.GetString(version.AsString()).Split('-')[0])
        : throw new InvalidOperationException("A server without a version");

    /// <summary>Whether it takes numbered writes, which may be sent again.</summary>
    public static bool IsReplicaSet => s_isReplicaSet.Value;

    /// <summary>Its first host.</summary>
    public static DnsEndPoint Server => new(FirstHost.Host, FirstHost.IsDefaultPort ? 27017 : FirstHost.Port);

    /// <summary>User and password as they stand in a URI; empty for none.</summary>
    public static string Credentials => FirstHost.UserInfo.Length > 0 ? FirstHost.UserInfo + "@" : "";

    private static Uri FirstHost => new(Uri!.Split(',')[0].Replace("mongodb+srv:", "mongodb:", StringComparison.Ordinal));

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

    // Each libmongoc speaks with servers from a version on.
    private static string? FindDistance()
    {
        try
        {
            Run("admin", "{isMaster: 1}");
            return null;
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.ProtocolError)
        {
            return $"the server is too old for libmongoc: {exception.Message}";
        }
    }

    private static string WithOptions(string? options) =>
        options is null ? Uri! : $"{Uri}{(Uri!.Contains('?', StringComparison.Ordinal) ? "&" : Uri.LastIndexOf('/') > "mongodb+srv://".Length ? "?" : "/?")}{options}";
}
