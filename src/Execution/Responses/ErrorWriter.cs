using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Responses;

/// <summary>Writes errors as §7.1.2 asks for, keys in Hot Chocolate's order: `message`, `locations`, `path`, `extensions` with `code` first.</summary>
internal static class ErrorWriter
{
    // As Hot Chocolate does: the content type is JSON, never HTML, so quotes of names and non-ASCII text stay readable.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the JSON array of the errors: the value of `errors`.</summary>
    public static void Write(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            WriteError(error, writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteError(GraphQLError error, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            WriteLocations(error.Locations, writer);
        }

        if (error.Path is { } path)
        {
            WritePath(path, writer);
        }

        writer.WriteStartObject("extensions"u8);
        writer.WriteString("code"u8, error.Code.Code);
        if (!error.Extensions.IsDefaultOrEmpty)
        {
            foreach (var (name, value) in error.Extensions)
            {
                writer.WritePropertyName(name);
                WriteExtension(value, writer);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLocations(ImmutableArray<Location> locations, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("locations"u8);
        foreach (var location in locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(ResponsePath path, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("path"u8);
        foreach (var segment in path.ToSegments())
        {
            if (segment is string name)
            {
                writer.WriteStringValue(name);
            }
            else
            {
                writer.WriteNumberValue((int)segment);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteExtension(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            default:
                throw new UnreachableException($"An extension of type {value.GetType()}");
        }
    }
}
