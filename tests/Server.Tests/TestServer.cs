using System.Net.Http.Headers;
using System.Text;
using OwnedData.Server.Development;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests;

/// <summary>A real server on a free port with a data folder of its own, which goes with it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly ServerHost _host;

    private TestServer(TestFolder folder, ServerHost host)
    {
        _folder = folder;
        _host = host;
        Client = new HttpClient { BaseAddress = new Uri(host.Addresses.First()) };

        // What a GET needs to be run; tests of cross-site requests send their own.
        Client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
    }

    public HttpClient Client { get; }

    internal DevelopmentIssuer Issuer => _host.DevelopmentIssuer!;

    /// <summary>Starts in Development without sample data unless the options say otherwise.</summary>
    public static async Task<TestServer> StartAsync(params (string Key, string? Value)[] options) => await StartAsync("Development", options);

    public static async Task<TestServer> StartAsync(string environment, params (string Key, string? Value)[] options)
    {
        var folder = new TestFolder();
        TestKeys.WriteDevelopmentKey(folder.Path);
        var configuration = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Data"] = folder.Path,
            ["Development:SampleData"] = "false",
        };
        foreach (var (key, value) in options)
        {
            configuration[key] = value;
        }

        try
        {
            TestStore.Configure(configuration, environment);
        return new TestServer(folder, await ServerHost.StartAsync(configuration, environment, TextWriter.Null, CancellationToken.None));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A token with the claims given, else with those of the sample user of that name.</summary>
    public string CreateToken(string subject, string? scope = SampleUser.Scopes, params (string Name, string Value)[] claims) =>
        Issuer.CreateToken(
            subject,
            scope,
            claims.Length == 0 && SampleUser.Find(subject) is { } user ? user.Claims : claims.ToLookup(claim => claim.Name, claim => claim.Value),
            TimeSpan.FromMinutes(5));

    /// <summary>Posts a JSON body to /graphql.</summary>
    public Task<HttpResponseMessage> PostAsync(string json, string? token = null, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync(CancellationToken.None);
        await _host.DisposeAsync();
        await TestStore.DropAsync(_folder.Path);
        _folder.Dispose();
    }
}
