using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Mongo;
using OwnedData.Mongo.Embedded.Wire;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;
using OwnedData.Server.Authentication;
using OwnedData.Server.Compression;
using OwnedData.Server.CrossOrigin;
using OwnedData.Server.Development;
using OwnedData.Server.Documents;
using OwnedData.Server.Explorer;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Health;
using OwnedData.Server.Observability;
using OwnedData.Server.Overload;

namespace OwnedData.Server.Startup;

/// <summary>
/// The composition root: everything is made here once, in the order model, store, its version, indexes, sample data, HTTP. The store is in no service
/// container, so that nothing on a request's way can ask for it; only the query filter, the grant reader and the health check are handed it.
/// </summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private const int MaxResponseSize = 64 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly OpenedStore _store;

    private ServerHost(WebApplication app, OpenedStore store, WireListener? listener, ServerSettings settings, DevelopmentIssuer? developmentIssuer)
    {
        _app = app;
        _store = store;
        Listener = listener;
        Settings = settings;
        DevelopmentIssuer = developmentIssuer;
    }

    public ServerSettings Settings { get; }

    /// <summary>Null outside Development, and with a configured authority.</summary>
    public DevelopmentIssuer? DevelopmentIssuer { get; }

    /// <summary>Where this machine's MongoDB tools reach the embedded store; null for nowhere.</summary>
    public WireListener? Listener { get; }

    /// <summary>The addresses it listens on, with the real ports.</summary>
    public IReadOnlyCollection<string> Addresses =>
        [.. _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];

    /// <summary>Builds and starts the server. Throws <see cref="StartupException"/>.</summary>
    /// <param name="options">Configuration that wins over files and environment variables, from the command line.</param>
    /// <param name="environment">Null for the one of the environment variables.</param>
    /// <param name="output">Where progress is shown.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ServerHost> StartAsync(
        IReadOnlyDictionary<string, string?> options, string? environment, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = ServerBuilder.Create(options, environment);
        var settings = ServerSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var api = ApiLoading.Load(settings.ModelPath, settings.Grants?.Collection);
        GrantSettings.ThrowIfMissing(api.Model, settings.Grants?.Collection);
        var documents = CreateDocuments(api, settings);
        var developmentIssuer = settings.Authentication.Authority is null ? OpenIssuer(settings.DataFolder) : null;
        var app = Build(builder, settings, developmentIssuer);
        var opened = StoreOpening.Open(settings.Store, settings.ExecutionTimeout, new DeploymentLog(app.Logger));
        var store = opened.Store;
        WireListener? listener = null;
        try
        {
            var cursorKey = await PrepareAsync(store, api.Model, settings, output, cancellationToken);
            var requestStore = settings.IsDevelopment ? new ScanReports(store, api.Model, app.Logger) : store;
            Map(app, settings, developmentIssuer, CreateEndpoint(app, api, documents, requestStore, cursorKey, settings), store, api);
            listener = StoreOpening.Listen(opened, settings.Store, exception => UnexpectedErrors.Report(app.Logger, exception));
            await StartAsync(app, cancellationToken);
            return new ServerHost(app, opened, listener, settings, developmentIssuer);
        }
        catch
        {
            await CloseAsync(listener);
            opened.Dispose();
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until SIGTERM, Ctrl+C or <see cref="StopAsync"/>.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        var logger = _app.Logger;
        await CloseAsync(Listener);
        _store.Dispose();
        Log.Stopped(logger);
        await _app.DisposeAsync();
    }

    private static ValueTask CloseAsync(WireListener? listener) => listener?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Everything in the store that must be there before the first request; gives the key that seals cursors.
    private static async Task<byte[]> PrepareAsync(
        IMongoStore store, DataModel model, ServerSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            if (settings.Store.MongoUri is not null)
            {
                await StoreVersion.CheckAsync(store, model, settings.IsDevelopment, output, cancellationToken);
            }

            await StoreIndexes.PrepareAsync(store, model, settings.ModelPath, settings.IndexMode, cancellationToken);
            if (settings.HasSampleData && settings.ModelPath is null)
            {
                await new SampleSeeder(store, output).FillEmptyAsync(cancellationToken);
            }

            return await CursorKey.ReadAsync(store, settings.CursorKey, cancellationToken);
        }
        catch (StoreException exception)
        {
            throw new StartupException($"The store can't be prepared: {exception.Message}", exception);
        }
    }

    private static WebApplication Build(WebApplicationBuilder builder, ServerSettings settings, DevelopmentIssuer? developmentIssuer)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBearerAuthentication(settings.Authentication, developmentIssuer);
        builder.Services.AddRequestLimits(settings.Overload, settings.ExecutionTimeout);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var gate = new ConnectionGate(settings.Overload.Connections);
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(gate.Guard));
        });
        builder.Services.AddCrossOrigin(settings.CrossOrigins);
        ResponseCompression.AddTo(builder.Services);
        return builder.Build();
    }

    internal static DocumentLookup CreateDocuments(ApiSchema api, ServerSettings settings)
    {
        var compiler = new OperationCompiler(api, settings.Limits);
        var trusted = TrustedDocumentLoading.Load(settings.Documents.Path, compiler);
        return new DocumentLookup(compiler, trusted, new AutomaticDocuments(settings.Documents.CacheSize), settings.Documents.IsTrustedOnly);
    }

    /// <summary>The endpoint over a store, by the settings.</summary>
    internal static GraphQLEndpoint CreateEndpoint(
        WebApplication app, ApiSchema api, DocumentLookup documents, IMongoStore store, byte[] cursorKey, ServerSettings settings)
    {
        var timeProvider = app.Services.GetRequiredService<TimeProvider>();
        return new GraphQLEndpoint(
            new GraphQLRequestReader(settings.MaximumBatch),
            new ViewerFactory(settings.Authentication),
            CreateGrantReader(app.Logger, store, settings.Grants, timeProvider),
            documents,
            new OperationBinder(api, new CursorSealer(cursorKey), timeProvider, settings.Limits, settings.ExecutionTimeout),
            new OperationExecutor(new QueryFilter(store, api.Model), MaxResponseSize, exception => UnexpectedErrors.Report(app.Logger, exception)),
            settings.SchemaVisibility,
            new AccessExplanations(api.Model, settings.IsDevelopment, settings.ExplainPolicy),
            settings.ExecutionTimeout,
            timeProvider);
    }

    private static GrantReader? CreateGrantReader(ILogger logger, IMongoStore store, GrantSource? source, TimeProvider timeProvider) =>
        source is null ? null : new GrantReader(store, source, timeProvider, new GrantWarnings(logger, timeProvider).Report);

    private static void Map(
        WebApplication app, ServerSettings settings, DevelopmentIssuer? developmentIssuer, GraphQLEndpoint endpoint, IMongoStore store, ApiSchema api)
    {
        app.UseProxyHeaders(settings.Overload);
        app.UseMiddleware<UnexpectedErrors>();
        app.UseMiddleware<SurplusGate>();
        app.UseResponseCompression();
        app.UseCors();
        app.UseMiddleware<BearerGate>();
        app.UseRateLimiter();
        app.MapHealth(store, app.Logger);
        var limited = app.MapGroup("").RequireRateLimiting(ServerPlaces.PolicyName);
        var viewers = new ViewerFactory(settings.Authentication);
        var explorer = settings.HasExplorer ? CreateExplorer(viewers, settings.SchemaVisibility, developmentIssuer) : null;
        limited.MapGraphQL(endpoint, new SchemaEndpoint(viewers, settings.SchemaVisibility, api.Schema), explorer);
        if (explorer is not null)
        {
            limited.MapExplorer(explorer);
        }

        if (developmentIssuer is not null)
        {
            app.MapDevelopmentIssuer(developmentIssuer, settings.SignInClient, app.Services.GetRequiredService<TimeProvider>());
        }
    }

    private static ExplorerEndpoint CreateExplorer(ViewerFactory viewers, SchemaVisibility visibility, DevelopmentIssuer? developmentIssuer) =>
        new(
            ExplorerFiles.Open(Path.Combine(AppContext.BaseDirectory, "explorer")),
            developmentIssuer is null ? null : new ExplorerSignIn(developmentIssuer),
            viewers,
            visibility);

    private static DevelopmentIssuer OpenIssuer(string dataFolder)
    {
        try
        {
            return DevelopmentIssuer.Open(dataFolder, TimeProvider.System);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The development issuer's key can't be kept in the data folder: {exception.Message}", exception);
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new StartupException($"{exception.Message.TrimEnd('.')}. Is the server running already? Choose another address with --urls.", exception);
        }
        catch (Exception exception) when (exception is IOException or FormatException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            throw new StartupException($"The server can't listen: {exception.Message}", exception);
        }
    }
}
