using System.Runtime.InteropServices;
using System.Text.Json;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>JSON from a client: parsed strictly (UTF-8, paired surrogates, no name twice, 64 levels) and read with errors as values.</summary>
internal static class RequestJson
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The document over these bytes, or HC0012.</summary>
    public static Outcome<JsonDocument> Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonText.IsWellFormed(utf8.Span))
        {
            return Invalid("Invalid JSON document: its text is not well-formed UTF-8.");
        }

        try
        {
            return JsonDocument.Parse(utf8, s_options);
        }
        catch (JsonException exception)
        {
            return Invalid(exception.LineNumber is { } line
                ? $"Invalid JSON document: line {line + 1}, byte {exception.BytePositionInLine + 1}."
                : "Invalid JSON document: a name stands twice in one object.");
        }
    }

    /// <summary>False with an error for a value that is neither of that kind nor null.</summary>
    public static bool TryGet(JsonElement json, string name, JsonValueKind kind, out JsonElement value, out GraphQLError? error)
    {
        error = null;
        if (!json.TryGetProperty(name, out value) || value.ValueKind == JsonValueKind.Null)
        {
            value = default;
            return true;
        }

        if (value.ValueKind != kind)
        {
            error = new GraphQLError(ErrorCatalog.InvalidRequest, $"`{name}` must be {(kind == JsonValueKind.String ? "a string" : "an object")}.", []);
        }

        return error is null;
    }

    /// <summary>The characters of a JSON string as UTF-8, without an intermediate string.</summary>
    public static byte[] ToUtf8(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        var reader = new Utf8JsonReader(raw);
        reader.Read();
        var utf8 = new byte[raw.Length];
        var length = reader.CopyString(utf8);
        return utf8[..length];
    }

    private static GraphQLError Invalid(string message) => new(ErrorCatalog.InvalidJson, message, []);
}
