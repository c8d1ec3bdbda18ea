using System.Collections.Frozen;
using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Binding;

/// <summary>Who the caller is, by their token; null for the anonymous.</summary>
internal sealed class BoundViewer(FieldSelection selection, Viewer viewer) : BoundField(selection)
{
    public override bool Write(ResponseContext response)
    {
        if (!viewer.IsAuthenticated)
        {
            return false;
        }

        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in Selection.Selection.Fields)
        {
            if (response.Conditions.Includes(field.Condition))
            {
                response.WriteField(field, ref isFirst, (viewer, field.Name), static (state, response) => WriteValue(state.viewer, state.Name, response));
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private static bool WriteValue(Viewer viewer, string name, ResponseContext response)
    {
        using var writer = new Utf8JsonWriter(response.Buffer, ErrorWriter.Options);
        switch (name)
        {
            case "subject":
                writer.WriteStringValue(viewer.Subject);
                break;
            case "scopes":
                WriteSet(writer, viewer.Scopes);
                break;
            case "roles":
                WriteSet(writer, viewer.Roles);
                break;
            case "permissions":
                WriteSet(writer, viewer.Permissions);
                break;
            default:
                writer.WriteStringValue("Viewer");
                break;
        }

        return true;
    }

    // In order of text: a set has none of its own, and equal tokens have equal answers.
    private static void WriteSet(Utf8JsonWriter writer, FrozenSet<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values.Order(StringComparer.Ordinal))
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
