namespace OwnedData.Mongo.Native.Tests.Security;

/// <summary>A mongod that asks for TLS and for a user, and has two: one with a password, one with a certificate. Both may read and write one database.</summary>
public sealed class SecuredServer : IAsyncLifetime, IDisposable
{
    public const string Database = "app";

    /// <summary>With what a URI must escape.</summary>
    public const string Password = "p@ss/w:rd?";

    public const string ClientName = "CN=server,OU=clients,O=OwnedData";

    internal TestCertificates Certificates { get; } = new();

    internal MongoProcess Process { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Mongod.ReasonToLeaveOut is not null)
        {
            return;
        }

        // A certificate with the organisation of the server's would count as one of a member.
        Process = await MongoProcess.StartAsync(
            "mongod", "--auth", "--sslMode", "requireSSL", "--sslAllowConnectionsWithoutCertificates", "--sslPEMKeyFile", Certificates.Create("CN=127.0.0.1,O=MongoDB"),
            "--sslCAFile", Certificates.AuthorityFile);
        await RunAsync("", "admin", """{ "createUser": "root", "pwd": "root", "roles": ["root"] }""");
        await RunAsync("root:root@", "admin", $$"""{ "createUser": "app", "pwd": "{{Password}}", "roles": [{ "role": "readWrite", "db": "{{Database}}" }] }""");
        await RunAsync("root:root@", "$external", $$"""{ "createUser": "{{ClientName}}", "roles": [{ "role": "readWrite", "db": "{{Database}}" }] }""");
    }

    public async Task DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }

    public void Dispose() => Certificates.Dispose();

    /// <summary>A store as the configuration would open it; `authority` null for this server's.</summary>
    internal NativeMongoStore Open(string credentials, string options, string? authority = null, string database = Database) => NativeMongoStore.Open(new NativeStoreOptions
    {
        Uri = $"mongodb://{credentials}{Process.Address}/?serverSelectionTimeoutMS=3000&tls=true&tlsCAFile={Uri.EscapeDataString(authority ?? Certificates.AuthorityFile)}{options}",
        Database = database,
    });

    private async Task RunAsync(string credentials, string database, string command)
    {
        using var store = Open(credentials, "&authSource=admin", database: database);
        await store.ExecuteAsync(new RawCommand(command), CancellationToken.None);
    }
}
