using System.Buffers.Text;
using System.Collections.Immutable;
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
        ImmutableArray<(ModelField Field, object? Value)> defaults,
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
            else if (TryGetValue(field, input, defaults, out var value))
            {
                writer.WriteName(Encoding.UTF8.GetBytes(field.StoredName));
                InputWriter.WriteValue(writer, field.Type, value);
            }
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    // A field that was given null is left out: null and missing are the same in filters, order and answers.
    private static bool TryGetValue(ModelField field, InputObject input, ImmutableArray<(ModelField Field, object? Value)> defaults, out object? value)
    {
        if (field.IsInCreateInput)
        {
            return input.TryGetValue(field.Name, out value) && value is not null;
        }

        foreach (var entry in defaults)
        {
            if (entry.Field == field)
            {
                value = entry.Value;
                return value is not null;
            }
        }

        value = null;
        return false;
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
