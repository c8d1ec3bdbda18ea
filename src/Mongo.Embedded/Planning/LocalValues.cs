using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>The values that `$lookup` joins by: all that a path leads to, through arrays and into one at its end; null where there is none.</summary>
internal static class LocalValues
{
    internal static List<Operand> Of(ReadOnlyMemory<byte> document, FieldPath path)
    {
        var values = new List<Operand>();
        Visit(new Operand(BsonType.Document, document), path, component: 0, values);
        if (values.Count == 0)
        {
            values.Add(Operand.Null);
        }

        return values;
    }

    private static void Visit(Operand level, FieldPath path, int component, List<Operand> values)
    {
        if (!FieldPath.TryFind(level.Value.Bytes, path[component], out var element))
        {
            return;
        }

        var found = Operand.At(element, level.Bytes);
        if (component + 1 == path.Length)
        {
            AddAll(found, values);
        }
        else if (found.Type == BsonType.Document)
        {
            Visit(found, path, component + 1, values);
        }
        else if (found.Type == BsonType.Array)
        {
            VisitElements(found, path, component + 1, values);
        }
    }

    // A component of digits is an index, and in documents a name.
    private static void VisitElements(Operand array, FieldPath path, int component, List<Operand> values)
    {
        if (path.IndexAt(component) >= 0)
        {
            Visit(array, path, component, values);
        }

        foreach (var element in array.Elements())
        {
            if (element.Type == BsonType.Document)
            {
                Visit(element, path, component, values);
            }
        }
    }

    // Undefined, which no filter can be asked for, is taken as null.
    private static void AddAll(Operand found, List<Operand> values)
    {
        if (found.Type == BsonType.Array)
        {
            values.AddRange(found.Elements().Select(Known));
        }
        else
        {
            values.Add(Known(found));
        }
    }

    private static Operand Known(Operand value) => value.Type == BsonType.Undefined ? Operand.Null : value;
}
