using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Grants;
using OwnedData.Server.Authentication;
using OwnedData.Server.Startup;

namespace OwnedData.Server.AccessTesting;

/// <summary>
/// A person made up to try rules out, as JSON: the payload of their token, and under `grants` their document in the collection of grants. Null is
/// the anonymous. It goes the way of a real token's payload, but for its signature.
/// </summary>
internal static class Persona
{
    /// <summary>The name that every file knows without declaring it.</summary>
    public const string Anonymous = "anonymous";

    private const string Grants = "grants";

    /// <param name="json">The persona.</param>
    /// <param name="viewers">How payloads are read.</param>
    /// <param name="place">For messages.</param>
    public static Viewer Read(JsonElement json, ViewerFactory viewers, string place)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return Viewer.Anonymous;
        }

        if (json.ValueKind != JsonValueKind.Object || string.IsNullOrWhiteSpace(TokenJson.GetString(json, "sub")))
        {
            throw new StartupException($"{place}: a persona is the payload of a token with a `sub`, such as {{ \"sub\": \"alice\", \"scope\": \"read:notes\" }}.");
        }

        var viewer = viewers.Create(WithoutGrants(json));
        if (!json.TryGetProperty(Grants, out var grants))
        {
            return viewer;
        }

        return ViewerGrants.TryRead(ExtendedJsonText.Parse(grants, $"{place}.{Grants}"), out var granted, out var problem)
            ? granted.AddTo(viewer)
            : throw new StartupException($"{place}.{Grants}: {problem}.");
    }

    /// <summary>Whether the persona says what they are granted; else it is for the store to say.</summary>
    public static bool HasGrants(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Grants, out _);

    // A claim of that name is none in a rule that asks for a grant, and the other way round.
    private static JsonElement WithoutGrants(JsonElement json) =>
        JsonSerializer.SerializeToElement(json.EnumerateObject().Where(claim => claim.Name != Grants).ToDictionary(claim => claim.Name, claim => claim.Value));
}
