using System.CommandLine;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>Options that stand for configuration keys, each for the commands that use it.</summary>
internal static class ConfigurationOptions
{
    /// <summary>Of all commands: `Development` or `Production`.</summary>
    public static Option<string> Environment { get; } = new("--environment")
    {
        Description = "Development or Production. Default: DOTNET_ENVIRONMENT, else Production; `dotnet run` asks for Development.",
        HelpName = "name",
        Recursive = true,
    };

    public static Option<string> For(ConfigurationKey key) => new(key.Option!)
    {
        Description = key.Default.Length > 0 ? $"{key.Meaning} Default: {key.Default}" : key.Meaning,
        HelpName = key.Name.ToLowerInvariant(),
    };

    /// <summary>What was given, by configuration key.</summary>
    public static Dictionary<string, string?> Read(ParseResult result, params ReadOnlySpan<(ConfigurationKey Key, Option<string> Option)> options)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, option) in options)
        {
            if (result.GetValue(option) is { } value)
            {
                values[key.Name] = value;
            }
        }

        return values;
    }

    /// <summary>The store and the data folder for commands that start no server.</summary>
    public static StoreSettings Store(ParseResult result, Option<string> data) =>
        StoreSettings.Read(ServerBuilder.Create(Read(result, (ConfigurationKeys.Data, data)), result.GetValue(Environment)).Configuration);
}
