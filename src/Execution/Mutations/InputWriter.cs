using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>Writes coerced input as BSON. Names come from the model; only the keys inside a JSON value are the client's.</summary>
internal static class InputWriter
{
    /// <summary>Writes the value of an element whose name is already open.</summary>
    public static void WriteValue(BsonWriter writer, FieldType type, object? value)
    {
        switch (type)
        {
            case ListFieldType list when value is not null:
                writer.WriteStartArray();
                foreach (var item in (IReadOnlyList<object?>)value)
                {
                    WriteValue(writer, list.Element, item);
                }

                writer.WriteEndArray();
                break;
            case EmbeddedFieldType embedded when value is not null:
                WriteObject(writer, embedded.Object, (InputObject)value);
                break;
            case ScalarFieldType { Kind: ScalarKind.JSON }:
                WriteJson(writer, value);
                break;
            case ReferenceFieldType reference when value is not null:
                WriteReference(writer, reference, (string)value);
                break;
            default:
                StoredValue.WriteLeaf(writer, type, value);
                break;
        }
    }

    // What is no id of the type is refused as missing before anything is sent: see InputReferences.
    private static void WriteReference(BsonWriter writer, ReferenceFieldType reference, string value)
    {
        if (DocumentId.Parse(value, reference.Target) is { } id)
        {
            id.WriteTo(writer);
        }
        else
        {
            writer.WriteNull();
        }
    }

    private static void WriteObject(BsonWriter writer, EmbeddedType type, InputObject value)
    {
        writer.WriteStartDocument();
        foreach (var (name, member) in value)
        {
            if (type.TryGetInput(name, out var field))
            {
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                WriteValue(writer, field.Type, member);
            }
        }

        writer.WriteEndDocument();
    }

    private static void WriteJson(BsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case bool boolean:
                writer.WriteBoolean(boolean);
                break;
            case long integer:
                writer.WriteInt64(integer);
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case string text:
                writer.WriteString(text);
                break;
            case InputObject members:
                writer.WriteStartDocument();
                foreach (var (name, member) in members)
                {
                    writer.WriteName(Encoding.UTF8.GetBytes(name));
                    WriteJson(writer, member);
                }

                writer.WriteEndDocument();
                break;
            default:
                writer.WriteStartArray();
                foreach (var item in (IReadOnlyList<object?>)value)
                {
                    WriteJson(writer, item);
                }

                writer.WriteEndArray();
                break;
        }
    }
}
