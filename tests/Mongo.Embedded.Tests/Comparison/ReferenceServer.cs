using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Tests.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>A MongoDB server that nobody here wrote, with a database of its own for one test.</summary>
internal sealed class ReferenceServer : IAsyncDisposable
{
    private const string Variable = "OWNEDDATA_TEST_MONGODB_URI";

    private static readonly Uri? s_address = Parse(Environment.GetEnvironmentVariable(Variable));

    private readonly WireClient _client;
    private readonly string _database = $"test_{Guid.NewGuid():N}";

    private ReferenceServer(WireClient client) => _client = client;

    /// <summary>Why there is nothing to compare with; null when there is.</summary>
    internal static string? ReasonToLeaveOut => s_address is null ? $"{Variable} names no MongoDB server that can be reached without a log-in" : null;

    internal static async Task<ReferenceServer> ConnectAsync() =>
        new(await WireClient.ConnectAsync(s_address!.Host, s_address.IsDefaultPort ? 27017 : s_address.Port));

    internal Task<BsonDocument> RunAsync(BsonDocument command) => _client.RunAsync(command, _database);

    public async ValueTask DisposeAsync()
    {
        await _client.RunAsync("{dropDatabase: 1}", _database);
        _client.Dispose();
    }

    private static Uri? Parse(string? address) =>
        address is { Length: > 0 } && System.Uri.TryCreate(address.Split(',')[0], UriKind.Absolute, out var uri) && uri is { Scheme: "mongodb", UserInfo: "" } ? uri : null;
}
