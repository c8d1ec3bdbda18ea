using System.Globalization;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Limits;
using OwnedData.Server.Authentication;
using OwnedData.Server.CrossOrigin;
using OwnedData.Server.Development.SignIn;
using OwnedData.Server.Documents;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Overload;

namespace OwnedData.Server.Startup;

/// <summary>The configuration, read and checked once: nothing else looks a key up.</summary>
/// <param name="IsDevelopment">Opens what is for trying out: the built-in issuer, sample data, introspection.</param>
/// <param name="DataFolder">Of the embedded store and the development issuer's key.</param>
/// <param name="Store">Where the documents are.</param>
/// <param name="IndexMode">What to do about indexes that the store lacks.</param>
/// <param name="ModelPath">A file or a folder; null for the sample model.</param>
/// <param name="HasSampleData">Whether empty collections of the sample model are filled.</param>
/// <param name="SignInClient">Where the built-in issuer may send a browser back to.</param>
/// <param name="ExecutionTimeout">The longest a request may run.</param>
/// <param name="MaximumBatch">The most operations of one request; 0 when batches are refused.</param>
/// <param name="CrossOrigins">The origins whose pages may call the API.</param>
/// <param name="SchemaVisibility">Who may see the schema.</param>
/// <param name="HasExplorer">Whether a browser gets the explorer.</param>
/// <param name="Limits">How much one operation may ask for.</param>
/// <param name="Documents">Which documents run.</param>
/// <param name="CursorKey">The configured key as text, or null.</param>
/// <param name="Overload">How much is taken on at once.</param>
/// <param name="Authentication">Whose tokens are accepted.</param>
/// <param name="Grants">Where grants are; null for nowhere.</param>
/// <param name="ExplainPolicy">The scope or permission that opens explanations of access; null for none.</param>
internal sealed record ServerSettings(
    bool IsDevelopment,
    string DataFolder,
    StoreSettings Store,
    IndexMode IndexMode,
    string? ModelPath,
    bool HasSampleData,
    RegisteredClient SignInClient,
    TimeSpan ExecutionTimeout,
    int MaximumBatch,
    CrossOrigins CrossOrigins,
    SchemaVisibility SchemaVisibility,
    bool HasExplorer,
    OperationLimits Limits,
    DocumentSettings Documents,
    string? CursorKey,
    OverloadSettings Overload,
    AuthenticationSettings Authentication,
    GrantSource? Grants,
    string? ExplainPolicy)
{
    /// <summary>Throws <see cref="StartupException"/> for a value that can't be.</summary>
    public static ServerSettings Read(IConfiguration configuration, bool isDevelopment) => new(
        isDevelopment,
        Path.GetFullPath(Text(configuration, ConfigurationKeys.Data)),
        StoreSettings.Read(configuration),
        StoreIndexes.ReadMode(configuration, isDevelopment, StoreSettings.Read(configuration)),
        configuration[ConfigurationKeys.Model.Name] is { Length: > 0 } path ? path : null,
        isDevelopment && Parse<bool>(configuration, ConfigurationKeys.SampleData, bool.TryParse),
        RegisteredClient.Parse(Text(configuration, ConfigurationKeys.RedirectUris)) ?? throw Wrong(configuration, ConfigurationKeys.RedirectUris),
        ReadTimeout(configuration),
        ReadMaximumBatch(configuration),
        CrossOrigins.Parse(Text(configuration, ConfigurationKeys.CorsOrigins), isDevelopment) ?? throw Wrong(configuration, ConfigurationKeys.CorsOrigins),
        ReadVisibility(configuration, isDevelopment),
        ReadExplorer(configuration, isDevelopment),
        LimitSettings.Read(configuration),
        ReadDocuments(configuration),
        configuration[ConfigurationKeys.CursorsKey.Name],
        OverloadSettings.Read(configuration),
        AuthenticationSettings.Read(configuration, isDevelopment),
        GrantSettings.Read(configuration, ReadTimeout(configuration)),
        configuration[ConfigurationKeys.ExplainPolicy.Name] is { Length: > 0 } policy ? policy : null);

    public static string Text(IConfiguration configuration, ConfigurationKey key) =>
        configuration[key.Name] is { Length: > 0 } value ? value : key.Default;

    private static TimeSpan ReadTimeout(IConfiguration configuration)
    {
        var key = ConfigurationKeys.ExecutionTimeout;
        var timeout = Parse(configuration, key, (string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
        return timeout > TimeSpan.Zero && timeout < TimeSpan.FromDays(1) ? timeout : throw Wrong(configuration, key);
    }

    private static int ReadMaximumBatch(IConfiguration configuration)
    {
        var key = ConfigurationKeys.MaximumBatch;
        var maximum = Parse<int>(configuration, key, int.TryParse);
        return maximum is >= 0 and <= 100 ? maximum : throw Wrong(configuration, key);
    }

    private static DocumentSettings ReadDocuments(IConfiguration configuration)
    {
        var path = configuration[ConfigurationKeys.DocumentsPath.Name] is { Length: > 0 } configured ? configured : null;
        var isTrustedOnly = Text(configuration, ConfigurationKeys.DocumentsMode) switch
        {
            "allow" => false,
            "only" when path is not null => true,
            "only" => throw new StartupException(
                $"{ConfigurationKeys.DocumentsMode.Name} is `only` and no document is trusted, so nothing could run. Set {ConfigurationKeys.DocumentsPath.Name}."),
            _ => throw Wrong(configuration, ConfigurationKeys.DocumentsMode),
        };
        var cacheSize = Parse<int>(configuration, ConfigurationKeys.DocumentsCacheSize, int.TryParse);
        return cacheSize is >= AutomaticDocuments.LeastCapacity and <= AutomaticDocuments.MostCapacity
            ? new DocumentSettings(path, isTrustedOnly, cacheSize)
            : throw Wrong(configuration, ConfigurationKeys.DocumentsCacheSize);
    }

    private static SchemaVisibility ReadVisibility(IConfiguration configuration, bool isDevelopment)
    {
        var key = ConfigurationKeys.Introspection;
        if (Text(configuration, key) is not { Length: > 0 } text)
        {
            return isDevelopment ? SchemaVisibility.On : SchemaVisibility.Off;
        }

        return SchemaVisibilities.TryParse(text, out var visibility) ? visibility : throw Wrong(configuration, key);
    }

    private static bool ReadExplorer(IConfiguration configuration, bool isDevelopment) => Text(configuration, ConfigurationKeys.Explorer) switch
    {
        "" => isDevelopment,
        "on" => true,
        "off" => false,
        _ => throw Wrong(configuration, ConfigurationKeys.Explorer),
    };

    public static T Parse<T>(IConfiguration configuration, ConfigurationKey key, TryParse<T> tryParse) =>
        tryParse(Text(configuration, key), out var value) ? value : throw Wrong(configuration, key);

    public static StartupException Wrong(IConfiguration configuration, ConfigurationKey key) =>
        new($"{key.Name} can't be `{configuration[key.Name]}`. {key.Meaning}{(key.Default.Length == 0 ? "" : $" An example: {key.Default}")}");

    public delegate bool TryParse<T>(string text, out T value);
}
