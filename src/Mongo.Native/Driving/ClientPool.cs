using System.Runtime.InteropServices;
using System.Text;
using OwnedData.Mongo.Native.Interop;
using OwnedData.Mongo.Native.Monitoring;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>The driver's clients of one deployment, and the defaults that hold where the URI says nothing: what was read or acknowledged is never rolled back.</summary>
internal sealed class ClientPool : IDisposable
{
    private const int ErrorsAsTheServerNumbersThem = 2;
    private const int Majority = -3;
    private const string SocketTimeout = "sockettimeoutms";

    // The driver's.
    private const int DefaultSize = 100;

    // From the end of a command's time to its reply that says so.
    private static readonly TimeSpan s_replyTime = TimeSpan.FromSeconds(10);

    // The driver would say of them that TLS can't be initialized, when it connects.
    private static readonly string[] s_files = ["tlsCAFile", "tlsCertificateKeyFile"];

    private readonly PoolHandle _pool;
    private readonly byte[] _database;
    private readonly DriverMetrics _metrics;

    private ClientPool(PoolHandle pool, int size, string database, DriverMetrics metrics)
    {
        _pool = pool;
        Database = database;
        _database = [.. Encoding.UTF8.GetBytes(database), 0];
        _metrics = metrics;
        Size = size;
    }

    /// <summary>The database that the commands run on.</summary>
    public string Database { get; }

    /// <summary>The most clients that are out at the same time.</summary>
    public int Size { get; }

    /// <summary>Connects to nothing yet. Throws <see cref="StoreException"/> where the driver is missing or the URI isn't one.</summary>
    /// <param name="options">The URI's own options win.</param>
    /// <param name="metrics">What commands took.</param>
    /// <param name="deployment">Is told of the servers; null for nobody.</param>
    public static ClientPool Open(NativeStoreOptions options, DriverMetrics metrics, Deployment? deployment = null)
    {
        DriverLibrary.Load();
        using var uri = Libmongoc.mongoc_uri_new_with_error(options.Uri, out _);
        if (uri.IsInvalid)
        {
            // The driver's own words may repeat parts of the password.
            throw Refusal(options, StoreErrorCode.FailedToParse, "can't be read. In user and password, characters such as : / ? # [ ] @ are percent-encoded");
        }

        var database = options.Database ?? Marshal.PtrToStringUTF8(Libmongoc.mongoc_uri_get_database(uri));
        if (string.IsNullOrEmpty(database) || database.Contains('\0', StringComparison.Ordinal))
        {
            throw Refusal(options, StoreErrorCode.InvalidNamespace, "names no database");
        }

        if (!Libmongoc.mongoc_write_concern_is_acknowledged(Libmongoc.mongoc_uri_get_write_concern(uri)))
        {
            throw Refusal(options, StoreErrorCode.BadValue, "says w=0: then nobody learns whether a write was done. Leave w out, or ask for more");
        }

        foreach (var option in s_files)
        {
            if (Marshal.PtrToStringUTF8(Libmongoc.mongoc_uri_get_option_as_utf8(uri, option, fallback: 0)) is { } path && !IsReadable(path))
            {
                throw Refusal(options, StoreErrorCode.FileNotOpen, $"names as {option} a file that can't be read");
            }
        }

        SetDefaultConcerns(uri);
        SetDefaultTimeout(uri, options.CommandTime);
        var pool = Libmongoc.mongoc_client_pool_new_with_error(uri, out var error);
        if (pool.IsInvalid)
        {
            throw Refusal(options, StoreErrorCode.FailedToParse, $"gives no client: {DriverError.Describe(error)}");
        }

        Libmongoc.mongoc_client_pool_set_error_api(pool, ErrorsAsTheServerNumbersThem);
        Libmongoc.mongoc_client_pool_set_appname(pool, "OwnedData");
        if (deployment is not null)
        {
            DriverEvents.Report(pool, deployment);
        }

        // The driver's pool has one client at the least, whatever the URI says.
        return new ClientPool(pool, Math.Max(1, Libmongoc.mongoc_uri_get_option_as_int32(uri, "maxpoolsize", DefaultSize)), database, metrics);
    }

    /// <summary>A client for the calling thread; waits while <see cref="Size"/> are out.</summary>
    public DriverClient Rent() => new(new ClientHandle(_pool), _database, _metrics);

    /// <summary>Closes the connections as soon as the last client is back.</summary>
    public void Dispose() => _pool.Dispose();

    private static StoreException Refusal(NativeStoreOptions options, StoreErrorCode code, string reason) =>
        new(code, $"The MongoDB URI {ConnectionString.Redact(options.Uri)} {reason}.");

    private static bool IsReadable(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void SetDefaultConcerns(UriHandle uri)
    {
        if (Libmongoc.mongoc_read_concern_is_default(Libmongoc.mongoc_uri_get_read_concern(uri)))
        {
            using var concern = Libmongoc.mongoc_read_concern_new();
            Libmongoc.mongoc_read_concern_set_level(concern, "majority");
            Libmongoc.mongoc_uri_set_read_concern(uri, concern);
        }

        if (Libmongoc.mongoc_write_concern_is_default(Libmongoc.mongoc_uri_get_write_concern(uri)))
        {
            using var concern = Libmongoc.mongoc_write_concern_new();
            Libmongoc.mongoc_write_concern_set_w(concern, Majority);
            Libmongoc.mongoc_uri_set_write_concern(uri, concern);
        }
    }

    // The driver's own would be five minutes: longer than any request waits, and a client of the pool is taken for all of them.
    private static void SetDefaultTimeout(UriHandle uri, TimeSpan? commandTime)
    {
        if (commandTime is { } time && !Libmongoc.mongoc_uri_has_option(uri, SocketTimeout))
        {
            var milliseconds = time == Timeout.InfiniteTimeSpan ? int.MaxValue : (int)Math.Min(int.MaxValue, (time + s_replyTime).TotalMilliseconds);
            Libmongoc.mongoc_uri_set_option_as_int32(uri, SocketTimeout, milliseconds);
        }
    }
}
