using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Binding;
using OwnedData.GraphQL.Coercion;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>Makes the document of a create: a new id, the input, and what the server sets. The owner is stamped by the query filter.</summary>
internal static class NewDocument
{
    private const byte UuidSubtype = 4;

    public static BsonDocument Create(
        StoredType type,
        InputObject input,
        BsonDocument defaults,
        BindingContext context)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName("_id"u8);
        WriteId(writer, type.IdKind, context.Time);
        foreach (var field in type.Fields)
        {
            if (field.Source != FieldSource.Client)
            {
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                WriteServerValue(writer, field.Source, context);
            }
            else if (!field.IsInCreateInput)
            {
                WriteDefault(writer, type, field, defaults);
            }
            else if (input.TryGetValue(field.InputName, out var value) && value is not null)
            {
                // What was given null is left out: null and missing are the same in filters, order and answers.
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                InputWriter.WriteValue(writer, field.Type, value);
            }
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteServerValue(BsonWriter writer, FieldSource source, BindingContext context)
    {
        switch (source)
        {
            case FieldSource.CreatedBy:
                writer.WriteString(context.Viewer.Owner ?? throw new UnreachableException("Nobody creates anonymously."));
                break;
            case FieldSource.Version:
                writer.WriteInt32(1);
                break;
            default:
                writer.WriteDateTime(context.Now.ToUnixTimeMilliseconds());
                break;
        }
    }

    // What a rule asks for is stamped by the query filter, and goes before the default.
    private static void WriteDefault(BsonWriter writer, StoredType type, ModelField field, BsonDocument defaults)
    {
        var name = Encoding.UTF8.GetBytes(field.StoredName);
        if (defaults.TryGetValue(name, out var value) && !type.Access.Stamps.Any(stamp => stamp.Path.Stored == field.StoredName))
        {
            writer.WriteValue(name, value);
        }
    }

    private static void WriteId(BsonWriter writer, IdKind kind, TimeProvider time)
    {
        switch (kind)
        {
            case IdKind.ObjectId:
                writer.WriteObjectId(ObjectId.NewId(time));
                break;
            case IdKind.Uuid:
                writer.WriteBinary(Guid.CreateVersion7(time.GetUtcNow()).ToByteArray(bigEndian: true), UuidSubtype);
                break;
            case IdKind.String:
                writer.WriteString(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
                break;
            default:
                throw new UnreachableException($"The API has no create for ids of kind {kind}.");
        }
    }
}
