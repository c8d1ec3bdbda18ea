using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>
/// A predicate on the values that a path leads to; the document matches when any of them does. The walk is MongoDB's: arrays on the way are
/// searched one level deep, a component of digits also means an index, and at the path's end an array offers its elements, then itself.
/// </summary>
internal abstract class PathNode(FieldPath path) : FilterNode
{
    internal FieldPath Path { get; } = path;

    /// <summary>Whether an array at the path's end also offers its elements.</summary>
    internal virtual bool LooksIntoLeafArray => true;

    internal sealed override bool Matches(ReadOnlySpan<byte> document) => MatchesIn(document, component: 0);

    private bool MatchesIn(ReadOnlySpan<byte> document, int component) =>
        FieldPath.TryFind(document, Path[component], out var element)
            ? MatchesAt(element.Value, component + 1)
            : MatchesElement(default);

    private bool MatchesAt(BsonValue value, int component)
    {
        if (component == Path.Length)
        {
            return (value.Type == BsonType.Array && LooksIntoLeafArray && MatchesAnyElementOf(value.Bytes)) || MatchesElement(value);
        }

        return value.Type switch
        {
            BsonType.Document => MatchesIn(value.Bytes, component),
            BsonType.Array => MatchesInArray(value.Bytes, component),
            _ => MatchesElement(default),
        };
    }

    private bool MatchesAnyElementOf(ReadOnlySpan<byte> array)
    {
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            if (MatchesElement(reader.Value))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesInArray(ReadOnlySpan<byte> array, int component)
    {
        var wantedIndex = Path.IndexAt(component);
        var reader = new BsonReader(array);
        for (var index = 0; reader.Read(); index++)
        {
            if ((reader.ElementType == BsonType.Document && MatchesIn(reader.ValueSpan, component))
                || (index == wantedIndex && MatchesAtIndex(reader.Value, component + 1)))
            {
                return true;
            }
        }

        return false;
    }

    // An array that an index leads to is offered as a whole only, and anything but a container ends the path without a value.
    private bool MatchesAtIndex(BsonValue value, int component)
    {
        if (component == Path.Length)
        {
            return MatchesElement(value);
        }

        return value.Type switch
        {
            BsonType.Document => MatchesIn(value.Bytes, component),
            BsonType.Array => MatchesInArray(value.Bytes, component),
            _ => false,
        };
    }
}
