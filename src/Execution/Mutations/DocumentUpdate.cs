using System.Text;
using OwnedData.Bson;
using OwnedData.GraphQL.Coercion;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>Makes the update of an input: an absent field stays, null clears a nullable one, the rest is set.</summary>
internal static class DocumentUpdate
{
    public static BsonDocument Create(StoredType type, InputObject input, DateTimeOffset now)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (type.Fields.Any(field => IsSet(field, input)))
        {
            writer.WriteStartDocument("$set"u8);
            foreach (var field in type.Fields.Where(field => IsSet(field, input)))
            {
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                if (field.Source == FieldSource.UpdatedAt)
                {
                    writer.WriteDateTime(now.ToUnixTimeMilliseconds());
                }
                else
                {
                    input.TryGetValue(field.InputName, out var value);
                    InputWriter.WriteValue(writer, field.Type, value);
                }
            }

            writer.WriteEndDocument();
        }

        if (type.Fields.Any(field => IsCleared(field, input)))
        {
            writer.WriteStartDocument("$unset"u8);
            foreach (var field in type.Fields.Where(field => IsCleared(field, input)))
            {
                writer.WriteInt32(Encoding.UTF8.GetBytes(field.StoredName), 1);
            }

            writer.WriteEndDocument();
        }

        if (type.IsVersioned)
        {
            writer.WriteStartDocument("$inc"u8);
            writer.WriteInt32("version"u8, 1);
            writer.WriteEndDocument();
        }
        else if (!type.Fields.Any(field => IsSet(field, input) || IsCleared(field, input)))
        {
            // Nothing to change. An update without operators would replace the document, so this one has an operator without effect.
            writer.WriteStartDocument("$setOnInsert"u8);
            writer.WriteBoolean("_"u8, true);
            writer.WriteEndDocument();
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static bool IsSet(ModelField field, InputObject input) =>
        field.Source == FieldSource.UpdatedAt || (field.IsInUpdateInput && input.TryGetValue(field.InputName, out var value) && value is not null);

    private static bool IsCleared(ModelField field, InputObject input) =>
        field.IsInUpdateInput && input.TryGetValue(field.InputName, out var value) && value is null;
}
