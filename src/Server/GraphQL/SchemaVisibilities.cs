using OwnedData.Execution.Access;

namespace OwnedData.Server.GraphQL;

/// <summary>Decides for each request anew: no caller's answer is kept for another.</summary>
internal static class SchemaVisibilities
{
    public static bool IncludesViewer(this SchemaVisibility visibility, Viewer viewer) =>
        visibility == SchemaVisibility.On || (visibility == SchemaVisibility.SignedIn && viewer.IsAuthenticated);

    /// <summary>As configuration writes it: `on`, `signed-in`, `off`.</summary>
    public static bool TryParse(string text, out SchemaVisibility visibility)
    {
        (var isKnown, visibility) = text.ToLowerInvariant() switch
        {
            "on" => (true, SchemaVisibility.On),
            "signed-in" => (true, SchemaVisibility.SignedIn),
            "off" => (true, SchemaVisibility.Off),
            _ => (false, default),
        };
        return isKnown;
    }
}
