using System.Collections.Immutable;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Mutations;
using OwnedData.Execution.Planning;
using OwnedData.Schema.Api;

namespace OwnedData.Execution.Responses;

/// <summary>Writes a mutation's payload: the document or null, typed errors or null.</summary>
internal sealed class PayloadWriter(BsonDocument? document, ImmutableArray<PayloadError> errors, Viewer viewer)
{
    public bool Write(PayloadShape shape, ResponseContext response)
    {
        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var (selection, documentShape) in shape.Fields)
        {
            if (response.Conditions.Includes(selection.Condition))
            {
                response.WriteField(
                    selection,
                    ref isFirst,
                    (this, shape, selection, documentShape),
                    static (state, response) => state.Item1.WriteValue(state.shape, state.selection, state.documentShape, response));
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteValue(PayloadShape shape, FieldSelection selection, DocumentShape? documentShape, ResponseContext response)
    {
        if (documentShape is not null)
        {
            return WriteDocument(shape, selection, documentShape, response);
        }

        return selection.Name == "errors" ? WriteErrors(selection, response) : JsonText.TryWrite(System.Text.Encoding.UTF8.GetBytes(shape.TypeName), response.Buffer);
    }

    private bool WriteDocument(PayloadShape shape, FieldSelection selection, DocumentShape documentShape, ResponseContext response)
    {
        if (document is null)
        {
            return false;
        }

        if (shape.ReadGates.Check(viewer) is { } refused)
        {
            response.AddError(AccessErrors.Refused(refused), selection);
            return false;
        }

        return response.Documents.Write(document.Value.Span, documentShape);
    }

    private bool WriteErrors(FieldSelection selection, ResponseContext response)
    {
        if (errors.IsEmpty)
        {
            return false;
        }

        using var writer = new Utf8JsonWriter(response.Buffer, ErrorWriter.Options);
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            WriteError(error, selection.Selections.First(possible => possible.Type.Name == error.TypeName), response.Conditions, writer);
        }

        writer.WriteEndArray();
        return true;
    }

    private static void WriteError(PayloadError error, ObjectSelection selection, ConditionSet conditions, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var field in selection.Fields)
        {
            if (!conditions.Includes(field.Condition))
            {
                continue;
            }

            writer.WritePropertyName(field.ResponseName);
            switch (field.Name)
            {
                case "message":
                    writer.WriteStringValue(error.Message);
                    break;
                case "path":
                    WriteList(error.Path, writer);
                    break;
                case "fields":
                    WriteList(error.Fields, writer);
                    break;
                case "code":
                    writer.WriteStringValue(error.Code.ToName());
                    break;
                default:
                    writer.WriteStringValue(error.TypeName);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteList(ImmutableArray<string> texts, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
