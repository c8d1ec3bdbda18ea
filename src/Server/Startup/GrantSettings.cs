using System.Globalization;
using OwnedData.Execution.Access.Grants;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;
using OwnedData.Server.Development;

namespace OwnedData.Server.Startup;

/// <summary>Where grants are: a collection that no type is stored in, so that the API can't write them, whatever the rules say.</summary>
internal static class GrantSettings
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>Null when there is no collection of grants.</summary>
    public static GrantSource? Read(IConfiguration configuration, TimeSpan maxTime)
    {
        var cacheTime = ServerSettings.Parse(
            configuration, ConfigurationKeys.GrantsCache, (string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
        if (cacheTime < TimeSpan.Zero || cacheTime > s_longest)
        {
            throw ServerSettings.Wrong(configuration, ConfigurationKeys.GrantsCache);
        }

        return ReadCollection(configuration) is { } collection ? new GrantSource(collection, cacheTime, maxTime) : null;
    }

    /// <summary>The collection's name, or null. Throws <see cref="StartupException"/> for one that MongoDB or the server keeps for itself.</summary>
    public static string? ReadCollection(IConfiguration configuration)
    {
        var key = ConfigurationKeys.Grants;
        var name = ServerSettings.Text(configuration, key);
        if (name.Length == 0)
        {
            // The sample model's rules ask for grants, and its users have some.
            return ServerSettings.Text(configuration, ConfigurationKeys.Model).Length == 0 ? SampleData.Grants : null;
        }

        if (name == ServerCollection.Name)
        {
            throw new StartupException($"{key.Name} can't be {name}, which the server keeps its own settings in. Name another collection.");
        }

        return name.Length <= 120 && name.IndexOfAny(['$', '\0']) < 0 && !name.StartsWith("system.", StringComparison.Ordinal)
            ? name
            : throw ServerSettings.Wrong(configuration, key);
    }

    /// <summary>Throws <see cref="StartupException"/> where a type of the model is stored in the collection of grants.</summary>
    public static void ThrowIfDeclared(DataModel model, string? collection)
    {
        if (model.StoredTypes.FirstOrDefault(type => type.Collection == collection) is { } type)
        {
            throw new StartupException(
                $"The type {type.Name} is stored in {type.Collection}, which {ConfigurationKeys.Grants.Name} names: who may write it could grant anything. Name another collection.");
        }
    }

    /// <summary>Throws <see cref="StartupException"/> where rules ask for grants and there is no collection of them: they could never hold.</summary>
    public static void ThrowIfMissing(DataModel model, string? collection)
    {
        if (collection is not null)
        {
            return;
        }

        var rules = model.StoredTypes
            .SelectMany(type => type.Access.Allows.Select(rule => (rule.Where, rule.Origin)).Concat(type.Access.Restricts.Select(rule => ((Condition?)rule.Where, rule.Origin))))
            .Where(rule => ViewerValues.Of(rule.Item1).Any(value => value.Source == ViewerSource.Grant))
            .Select(rule => rule.Origin.ToString())
            .ToArray();
        if (rules.Length > 0)
        {
            throw new StartupException(
                $"Rules ask for grants, and {ConfigurationKeys.Grants.Name} names no collection of them, so they would never hold. Name one with --grants.\n{string.Join('\n', rules)}");
        }
    }
}
