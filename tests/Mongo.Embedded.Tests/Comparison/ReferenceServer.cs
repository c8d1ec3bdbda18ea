using System.Globalization;
using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Tests.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>MongoDB's own server, with a database of its own for one test.</summary>
internal sealed partial class ReferenceServer : IAsyncDisposable
{
    private const string Variable = "OWNEDDATA_TEST_MONGODB_URI";

    private static readonly Uri? s_address = Parse(Environment.GetEnvironmentVariable(Variable));

    private readonly WireClient _client;
    private readonly string _database = $"test_{Guid.NewGuid():N}";

    private ReferenceServer(WireClient client) => _client = client;

    private static readonly Lazy<(string? Reason, int MajorVersion)> s_build = new(() => FindBuildAsync().GetAwaiter().GetResult());

    /// <summary>Why there is nothing to compare with; null when there is.</summary>
    internal static string? ReasonToLeaveOut => s_build.Value.Reason;

    /// <summary>0 where there is nothing to compare with.</summary>
    internal static int MajorVersion => s_build.Value.MajorVersion;

    internal static async Task<ReferenceServer> ConnectAsync() => new(await OpenAsync());

    internal Task<BsonDocument> RunAsync(BsonDocument command) => _client.RunAsync(command, _database);

    public async ValueTask DisposeAsync()
    {
        await _client.RunAsync("{dropDatabase: 1}", _database);
        _client.Dispose();
    }

    private static async Task<(string? Reason, int MajorVersion)> FindBuildAsync()
    {
        if (s_address is null)
        {
            return ($"{Variable} names no MongoDB server that is reached without a log-in", 0);
        }

        using var client = await OpenAsync().ConfigureAwait(false);
        var build = await client.RunAsync("{buildInfo: 1}", "admin").ConfigureAwait(false);
        return build.Contains("documentdb", StringComparison.OrdinalIgnoreCase)
            ? ("what other servers make of a command decides nothing", 0)
            : (null, int.Parse(MajorVersionText().Match(build).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("\"version\": \"([0-9]+)\\.")]
    private static partial Regex MajorVersionText();

    private static Task<WireClient> OpenAsync() => WireClient.ConnectAsync(s_address!.Host, s_address.IsDefaultPort ? 27017 : s_address.Port);

    private static Uri? Parse(string? address) =>
        address is { Length: > 0 } && System.Uri.TryCreate(address.Split(',')[0], UriKind.Absolute, out var uri) && uri is { Scheme: "mongodb", UserInfo: "" } ? uri : null;
}
