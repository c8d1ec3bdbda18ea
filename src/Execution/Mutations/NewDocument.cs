using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using OwnedData.Bson;
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
        DateTimeOffset now,
        TimeProvider time)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName("_id"u8);
        WriteId(writer, type.IdKind, time);
        foreach (var field in type.Fields)
        {
            if (field.Source != FieldSource.Client)
            {
                writer.WriteDateTime(Encoding.UTF8.GetBytes(field.StoredName), now.ToUnixTimeMilliseconds());
            }
            else if (!field.IsInCreateInput)
            {
                WriteDefault(writer, field, defaults);
            }
            else if (input.TryGetValue(field.Name, out var value) && value is not null)
            {
                // What was given null is left out: null and missing are the same in filters, order and answers.
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                InputWriter.WriteValue(writer, field.Type, value);
            }
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteDefault(BsonWriter writer, ModelField field, BsonDocument defaults)
    {
        var name = Encoding.UTF8.GetBytes(field.StoredName);
        if (defaults.TryGetValue(name, out var value))
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
