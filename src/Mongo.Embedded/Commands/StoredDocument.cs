using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Makes documents what the store keeps: well-formed, not too big or deep, with a usable `_id` as the first element.</summary>
internal static class StoredDocument
{
    /// <summary>MongoDB's limit of a stored document, in bytes.</summary>
    internal const int MaximumLength = 16 << 20;

    /// <summary>Writes the document with `_id` first, made when it is missing.</summary>
    internal static void Write(BsonWriter writer, ReadOnlySpan<byte> document, TimeProvider timeProvider)
    {
        Validate(document);
        writer.Reset();
        writer.WriteStartDocument();
        WriteId(writer, document, timeProvider);
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (!reader.NameSpan.SequenceEqual("_id"u8))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
            }
        }

        writer.WriteEndDocument();
        CheckLength(writer.WrittenCount);
    }

    internal static void CheckLength(int length)
    {
        if (length > MaximumLength)
        {
            throw new StoreException(StoreErrorCode.BsonObjectTooLarge, $"object to insert too large. size in bytes: {length}, max size: {MaximumLength}");
        }
    }

    /// <summary>Checks the form of a document that is about to be stored.</summary>
    internal static void Validate(ReadOnlySpan<byte> document)
    {
        CheckLength(document.Length);
        try
        {
            BsonValidator.Validate(document);
        }
        catch (BsonException error)
        {
            throw new StoreException(StoreErrorCode.InvalidBson, error.Message, error);
        }
    }

    private static void WriteId(BsonWriter writer, ReadOnlySpan<byte> document, TimeProvider timeProvider)
    {
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("_id"u8))
            {
                CheckId(reader.ElementType);
                writer.WriteValue("_id"u8, reader.Value);
                return;
            }
        }

        writer.WriteObjectId("_id"u8, ObjectId.NewId(timeProvider));
    }

    private static void CheckId(BsonType type)
    {
        if (type is BsonType.Array or BsonType.RegularExpression or BsonType.Undefined)
        {
            throw new StoreException(StoreErrorCode.InvalidIdField, $"The '_id' value cannot be of type {type}");
        }
    }
}
