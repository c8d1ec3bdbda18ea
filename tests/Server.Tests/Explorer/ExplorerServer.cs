using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OwnedData.Server.Authentication;
using OwnedData.Server.Development;
using OwnedData.Server.Explorer;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Tests.Explorer;

/// <summary>The explorer alone, on a free port, over files that stand for those of the package.</summary>
public sealed class ExplorerServer : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>As a browser writes it into the Origin header.</summary>
    public string Origin => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static void WriteFiles(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "static", "js"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<!doctype html>the explorer");
        File.WriteAllText(Path.Combine(folder, "LICENSE"), "the licence");
        File.WriteAllText(Path.Combine(folder, "package.json"), "{}");
        File.WriteAllText(Path.Combine(folder, "service-worker.js"), "work()");
        File.WriteAllText(Path.Combine(folder, "static", "js", "main.1234.js"), "start()");
    }

    public async Task InitializeAsync()
    {
        TestKeys.WriteDevelopmentKey(_folder.Path);
        WriteFiles(Path.Combine(_folder.Path, "explorer"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        var endpoint = new ExplorerEndpoint(
            ExplorerFiles.Open(Path.Combine(_folder.Path, "explorer")),
            new ExplorerSignIn(DevelopmentIssuer.Open(_folder.Path, TimeProvider.System)),
            new ViewerFactory(AuthenticationSettings.ForPersonas(_app.Configuration)),
            SchemaVisibility.On);
        _app.MapGet(GraphQLRoutes.Path, endpoint.StartAsync);
        _app.MapExplorer(endpoint);
        await _app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose()
    {
        Client.Dispose();
        _folder.Dispose();
    }
}
