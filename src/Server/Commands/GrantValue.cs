using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Server.Authentication;

namespace OwnedData.Server.Commands;

/// <summary>The right side of `name=value`: a string, number, boolean or list of them in JSON; any other text is itself.</summary>
internal static class GrantValue
{
    /// <summary>Writes one grant: several values, and whatever must be a list, become a list.</summary>
    /// <param name="writer">In an open document.</param>
    /// <param name="name">Of the grant.</param>
    /// <param name="texts">At least one.</param>
    /// <param name="isList">Whether a single value becomes a list, too.</param>
    public static void Write(BsonWriter writer, string name, IReadOnlyList<string> texts, bool isList)
    {
        var items = texts.SelectMany(ReadItems).ToList();
        var utf8 = Encoding.UTF8.GetBytes(name);
        if (!isList && texts.Count == 1 && !IsList(texts[0]))
        {
            writer.WriteName(utf8);
            PlainValue.Write(writer, items[0]);
            return;
        }

        writer.WriteStartArray(utf8);
        foreach (var item in items)
        {
            PlainValue.Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static bool IsList(string text) => TryParse(text, out var json) && json.Value.ValueKind == JsonValueKind.Array;

    private static IEnumerable<JsonElement> ReadItems(string text) =>
        !TryParse(text, out var json) ? [JsonSerializer.SerializeToElement(text)]
        : json.Value.ValueKind == JsonValueKind.Array ? json.Value.EnumerateArray()
        : [json.Value];

    // Only what a grant can be: null and objects are texts like any other.
    private static bool TryParse(string text, [NotNullWhen(true)] out JsonElement? json)
    {
        json = null;
        try
        {
            var value = JsonElement.Parse(text);
            json = PlainValue.Is(value) || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(PlainValue.Is)) ? value : null;
        }
        catch (JsonException)
        {
            // No JSON: a text.
        }

        return json is not null;
    }
}
