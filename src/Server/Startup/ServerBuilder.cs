using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OwnedData.Server.Startup;

/// <summary>The host's builder with this server's defaults: configuration from appsettings.json beside the binary, then the environment, then the command line.</summary>
internal static class ServerBuilder
{
    // Beyond this a connection is closed; the request reader refuses far less.
    private const long MaxTransferSize = 16 * 1024 * 1024;

    // A client that is slower holds a connection for nothing: it is answered 408, or cut off.
    private const double BytesPerSecond = 240;

    private static readonly TimeSpan s_graceOfRate = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_headersTimeout = TimeSpan.FromSeconds(10);

    public static WebApplicationBuilder Create(IReadOnlyDictionary<string, string?> options, string? environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = environment,
        });
        builder.Configuration.AddInMemoryCollection(options);
        if (!ListensSomewhere(builder.Configuration))
        {
            builder.Configuration[ConfigurationKeys.Urls.Name] = ConfigurationKeys.Urls.Default;
        }

        // The slim builder leaves https out; one call brings it back for those who configure it.
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxTransferSize;
            kestrel.Limits.RequestHeadersTimeout = s_headersTimeout;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(BytesPerSecond, s_graceOfRate);
            kestrel.Limits.MinResponseDataRate = new MinDataRate(BytesPerSecond, s_graceOfRate);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // What stops the start is told by the command line, once and without a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder;
    }

    // Containers of the framework say so by port.
    private static bool ListensSomewhere(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration[ConfigurationKeys.Urls.Name])
        || !string.IsNullOrEmpty(configuration["http_ports"])
        || !string.IsNullOrEmpty(configuration["https_ports"])
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
