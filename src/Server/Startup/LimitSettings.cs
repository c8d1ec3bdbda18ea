using System.Globalization;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Language;

namespace OwnedData.Server.Startup;

/// <summary>The part `Limits` of the configuration: whole numbers from 1 on.</summary>
internal static class LimitSettings
{
    /// <summary>Throws <see cref="StartupException"/> for a value that can't be.</summary>
    public static OperationLimits Read(IConfiguration configuration) => new(
        new ParserLimits(
            Number(configuration, ConfigurationKeys.MaxTokens),
            Number(configuration, ConfigurationKeys.MaxNesting, ParserLimits.HighestDepth),
            Number(configuration, ConfigurationKeys.MaxDocumentBytes)),
        Number(configuration, ConfigurationKeys.MaxSelectionDepth),
        Number(configuration, ConfigurationKeys.MaxFields),
        Number(configuration, ConfigurationKeys.MaxAliases),
        Number(configuration, ConfigurationKeys.MaxRootFields),
        Number(configuration, ConfigurationKeys.MaxIntrospectionDepth),
        Number(configuration, ConfigurationKeys.MaxCycleDepth),
        Number(configuration, ConfigurationKeys.MaxFieldCost),
        Number(configuration, ConfigurationKeys.MaxTypeCost),
        Number(configuration, ConfigurationKeys.MaxNodeIds));

    private static int Number(IConfiguration configuration, ConfigurationKey key, int highest = int.MaxValue) =>
        int.TryParse(ServerSettings.Text(configuration, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= highest
            ? number
            : throw ServerSettings.Wrong(configuration, key);
}
