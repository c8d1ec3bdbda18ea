using System.Text.Json;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Authentication;

/// <summary>Reads a part of a token strictly: one JSON object, no name twice, every text well-formed.</summary>
internal static class TokenJson
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Null when the bytes are not such an object.</summary>
    public static JsonDocument? TryParse(byte[] utf8)
    {
        if (!JsonText.IsWellFormed(utf8))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(utf8, s_options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The string of that name; null when it is missing or of another type.</summary>
    public static string? GetString(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
