using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Writes a document with one path set to a value, or without it, as stages do: through arrays, in each of their elements, or in an array's place.</summary>
internal static class FieldWriter
{
    internal static void Set(BsonWriter writer, ReadOnlySpan<byte> document, FieldPath path, Operand? value, bool intoArrays = true)
    {
        writer.WriteStartDocument();
        WriteElements(writer, document, path, component: 0, value, intoArrays);
        writer.WriteEndDocument();
    }

    /// <summary>Whether a value is written anywhere: an empty array on the way has no element for it.</summary>
    internal static bool HasPlace(ReadOnlySpan<byte> document, FieldPath path, int component = 0) =>
        component + 1 == path.Length || !FieldPath.TryFind(document, path[component], out var found) || HasPlaceInside(found.Value, path, component + 1);

    internal static void Copy(BsonWriter writer, ReadOnlySpan<byte> document)
    {
        writer.WriteStartDocument();
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
        }

        writer.WriteEndDocument();
    }

    private static bool HasPlaceInside(BsonValue value, FieldPath path, int component)
    {
        if (value.Type != BsonType.Array)
        {
            return value.Type != BsonType.Document || HasPlace(value.Bytes, path, component);
        }

        var elements = new BsonReader(value.Bytes);
        while (elements.Read())
        {
            if (HasPlaceInside(elements.Value, path, component))
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteElements(BsonWriter writer, ReadOnlySpan<byte> document, FieldPath path, int component, Operand? value, bool intoArrays)
    {
        var isFound = false;
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (isFound || !reader.NameSpan.SequenceEqual(path[component]))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
                continue;
            }

            isFound = true;
            WriteNamed(writer, reader.Value, path, component, value, intoArrays);
        }

        // As in MongoDB, a path without a value still makes the documents on its way.
        if (!isFound)
        {
            WriteNamed(writer, default, path, component, value, intoArrays);
        }
    }

    private static void WriteNamed(BsonWriter writer, BsonValue old, FieldPath path, int component, Operand? value, bool intoArrays)
    {
        if (component + 1 < path.Length)
        {
            writer.WriteName(path[component]);
            WriteInside(writer, old, path, component + 1, value, intoArrays);
        }
        else if (value is { } operand)
        {
            writer.WriteValue(path[component], operand.Value);
        }
    }

    private static void WriteInside(BsonWriter writer, BsonValue old, FieldPath path, int component, Operand? value, bool intoArrays)
    {
        if (old.Type == BsonType.Array && intoArrays)
        {
            writer.WriteStartArray();
            var elements = new BsonReader(old.Bytes);
            while (elements.Read())
            {
                WriteInside(writer, elements.Value, path, component, value, intoArrays);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartDocument();
            WriteElements(writer, old.Type == BsonType.Document ? old.Bytes : BsonDocument.Empty.Span, path, component, value, intoArrays);
            writer.WriteEndDocument();
        }
    }
}
