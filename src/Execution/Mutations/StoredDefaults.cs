using System.Text;
using OwnedData.Bson;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>
/// The defaults of fields that no input can name (`@readOnly`), made once from the model's literals and copied into every new
/// document. Those of other fields come with the input: they are published as its defaults.
/// </summary>
internal static class StoredDefaults
{
    /// <summary>A document with one element a default, under its stored name.</summary>
    public static BsonDocument Of(StoredType type, GraphQLSchema schema)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var field in type.Fields.Where(field => !field.IsInCreateInput && field.Default is not null))
        {
            writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
            Write(writer, field.Type, field.Default!, schema);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void Write(BsonWriter writer, FieldType type, ValueNode literal, GraphQLSchema schema)
    {
        switch (type, literal)
        {
            case (_, NullValueNode):
                writer.WriteNull();
                break;
            case (ListFieldType list, _):
                writer.WriteStartArray();
                foreach (var item in literal is ListValueNode items ? items.Values : [literal])
                {
                    Write(writer, list.Element, item, schema);
                }

                writer.WriteEndArray();
                break;
            case (EmbeddedFieldType embedded, ObjectValueNode value):
                WriteObject(writer, embedded.Object, value, schema);
                break;
            default:
                schema.TryGetType(type is ScalarFieldType scalar ? scalar.Kind.ToString() : ((EnumFieldType)type).Enum.Name, out var leaf);
                LiteralCoercion.TryCoerce(literal, leaf!, VariableValues.Empty, out var coerced);
                InputWriter.WriteValue(writer, type, coerced);
                break;
        }
    }

    private static void WriteObject(BsonWriter writer, EmbeddedType type, ObjectValueNode value, GraphQLSchema schema)
    {
        writer.WriteStartDocument();
        foreach (var field in type.Fields)
        {
            if ((value.Fields.FirstOrDefault(given => given.Name.Value == field.Name)?.Value ?? field.Default) is { } literal)
            {
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                Write(writer, field.Type, literal, schema);
            }
        }

        writer.WriteEndDocument();
    }
}
