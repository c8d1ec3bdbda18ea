using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Server.Startup;

namespace OwnedData.Server.AccessTesting;

/// <summary>Documents inside a JSON file: MongoDB Extended JSON, what is wrong told with its place.</summary>
internal static class ExtendedJsonText
{
    /// <summary>Throws <see cref="StartupException"/>.</summary>
    public static BsonDocument Parse(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new StartupException($"{place}: this must be an object.");
        }

        try
        {
            // Without the file's comments, which Extended JSON has none of.
            return ExtendedJson.Parse(JsonSerializer.Serialize(json));
        }
        catch (BsonException exception)
        {
            throw new StartupException($"{place}: {exception.Message}.", exception);
        }
    }
}
