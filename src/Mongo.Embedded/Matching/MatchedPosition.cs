using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>
/// What the positional operator `$` stands for: in the outermost array that the last matching predicate was led through, the index of the element that matched.
/// Each walk here is <see cref="PathNode"/>'s, which has no need to remember the way.
/// </summary>
internal static class MatchedPosition
{
    /// <summary>The index, or -1 where no predicate was led through an array.</summary>
    internal static int Find(FilterNode filter, ReadOnlySpan<byte> document)
    {
        var position = -1;
        Match(filter, document, ref position);
        return position;
    }

    private static bool Match(FilterNode filter, ReadOnlySpan<byte> document, ref int position)
    {
        switch (filter)
        {
            case AndNode and:
                foreach (var child in and.Children)
                {
                    if (!Match(child, document, ref position))
                    {
                        return false;
                    }
                }

                return true;
            case OrNode or:
                foreach (var child in or.Children)
                {
                    if (Match(child, document, ref position))
                    {
                        return true;
                    }
                }

                return false;
            case PathNode path:
                return MatchIn(path, document, component: 0, ref position);
            default:
                // What must not match leads nowhere.
                return filter.Matches(document);
        }
    }

    private static bool MatchIn(PathNode node, ReadOnlySpan<byte> document, int component, ref int position) =>
        FieldPath.TryFind(document, node.Path[component], out var element)
            ? MatchAt(node, element.Value, component + 1, ref position)
            : node.MatchesElement(default);

    private static bool MatchAt(PathNode node, BsonValue value, int component, ref int position)
    {
        if (component == node.Path.Length)
        {
            return (value.Type == BsonType.Array && node.LooksIntoLeafArray && MatchAnyElement(node, value.Bytes, ref position))
                || MatchWhole(node, value, ref position);
        }

        return value.Type switch
        {
            BsonType.Document => MatchIn(node, value.Bytes, component, ref position),
            BsonType.Array => MatchInArray(node, value.Bytes, component, ref position),
            _ => node.MatchesElement(default),
        };
    }

    private static bool MatchWhole(PathNode node, BsonValue value, ref int position)
    {
        if (node is not ElemMatchNode elemMatch)
        {
            return node.MatchesElement(value);
        }

        var found = elemMatch.FindIn(value);
        position = found >= 0 ? found : position;
        return found >= 0;
    }

    private static bool MatchAnyElement(PathNode node, ReadOnlySpan<byte> array, ref int position)
    {
        var reader = new BsonReader(array);
        for (var index = 0; reader.Read(); index++)
        {
            if (node.MatchesElement(reader.Value))
            {
                position = index;
                return true;
            }
        }

        return false;
    }

    private static bool MatchInArray(PathNode node, ReadOnlySpan<byte> array, int component, ref int position)
    {
        var wantedIndex = node.Path.IndexAt(component);
        var reader = new BsonReader(array);
        for (var index = 0; reader.Read(); index++)
        {
            if (reader.ElementType == BsonType.Document && MatchIn(node, reader.ValueSpan, component, ref position))
            {
                position = index;
                return true;
            }

            // An index in the filter's path is no match of that array's.
            if (index == wantedIndex && MatchAtIndex(node, reader.Value, component + 1, ref position))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchAtIndex(PathNode node, BsonValue value, int component, ref int position)
    {
        if (component == node.Path.Length)
        {
            return MatchWhole(node, value, ref position);
        }

        return value.Type switch
        {
            BsonType.Document => MatchIn(node, value.Bytes, component, ref position),
            BsonType.Array => MatchInArray(node, value.Bytes, component, ref position),
            _ => false,
        };
    }
}
