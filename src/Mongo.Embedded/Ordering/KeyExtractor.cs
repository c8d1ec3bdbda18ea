using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>
/// Takes a document's keys under one or more paths as MongoDB's indexes do: missing is null, an empty array is undefined, and an array gives one row of keys
/// for each of its elements. Slices point into the document; without arrays nothing is allocated.
/// </summary>
internal sealed class KeyExtractor(IReadOnlyList<FieldPath> paths)
{
    private const int Done = -1;

    /// <summary>Fills one row, a key a path; false where an array lies on any path, so that there may be several rows.</summary>
    internal bool TryExtractSingle(ReadOnlySpan<byte> document, Span<ValueSlice> keys)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            var next = 0;
            keys[i] = Resolve(document, new ValueSlice(BsonType.Document, 0, document.Length), paths[i], ref next);
            if (keys[i].Type == BsonType.Array && next != Done)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds all rows, one after the other, paths.Count keys each; at least one. False where two paths lead through different arrays ("parallel arrays").</summary>
    internal bool TryExtractAll(ReadOnlySpan<byte> document, List<ValueSlice> rows) =>
        TryExpand(document, new ValueSlice(BsonType.Document, 0, document.Length), new int[paths.Count], new ValueSlice[paths.Count], rows);

    // next[i]: the first component of path i that is not yet followed, or Done. The arrays are the callee's to change.
    private bool TryExpand(ReadOnlySpan<byte> root, ValueSlice level, int[] next, ValueSlice[] keys, List<ValueSlice> rows)
    {
        ValueSlice? array = null;
        var pending = new bool[paths.Count];
        for (var i = 0; i < paths.Count; i++)
        {
            if (next[i] == Done)
            {
                continue;
            }

            keys[i] = Resolve(root, level, paths[i], ref next[i]);
            if (keys[i].Type != BsonType.Array || next[i] == Done)
            {
                next[i] = Done;
                continue;
            }

            if (array is not null && array != keys[i])
            {
                return false;
            }

            array = keys[i];
            pending[i] = true;
        }

        if (array is null)
        {
            rows.AddRange(keys);
            return true;
        }

        return TryExpandArray(root, array.Value, pending, next, keys, rows);
    }

    private bool TryExpandArray(ReadOnlySpan<byte> root, ValueSlice array, bool[] pending, int[] next, ValueSlice[] keys, List<ValueSlice> rows)
    {
        var reader = new BsonReader(root.Slice(array.Offset, array.Length));
        if (!reader.Read())
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = !pending[i] ? keys[i] : next[i] == paths[i].Length ? ValueSlice.Undefined : ValueSlice.Null;
            }

            rows.AddRange(keys);
            return true;
        }

        do
        {
            var element = new ValueSlice(reader.ElementType, array.Offset + reader.ValueOffset, reader.ValueSpan.Length);
            var elementNext = (int[])next.Clone();
            var elementKeys = (ValueSlice[])keys.Clone();
            for (var i = 0; i < keys.Length; i++)
            {
                if (pending[i] && next[i] == paths[i].Length)
                {
                    elementNext[i] = Done;
                    elementKeys[i] = element;
                }
            }

            // What is no document has none of the fields that are still wanted: an empty level says so.
            var level = element.Type == BsonType.Document ? element : ValueSlice.Null;
            if (!TryExpand(root, level, elementNext, elementKeys, rows))
            {
                return false;
            }
        }
        while (reader.Read());

        return true;
    }

    // Follows a path until it ends or meets an array; an array index in the path goes straight to that element, and an array that the path ends at in this way
    // is one key: next is Done.
    private static ValueSlice Resolve(ReadOnlySpan<byte> root, ValueSlice start, FieldPath path, ref int next)
    {
        var current = start;
        while (next < path.Length)
        {
            var isIndexed = current.Type == BsonType.Array && path.IndexAt(next) >= 0;
            if (current.Type == BsonType.Array && !isIndexed)
            {
                return current;
            }

            if ((current.Type != BsonType.Document && !isIndexed)
                || !FieldPath.TryFind(root.Slice(current.Offset, current.Length), path[next], out var element))
            {
                return isIndexed ? current : ValueSlice.Null;
            }

            current = new ValueSlice(element.ElementType, current.Offset + element.ValueOffset, element.ValueSpan.Length);
            next = isIndexed && next == path.Length - 1 ? Done : next + 1;
            if (next == Done)
            {
                return IsEmptyArray(current) ? ValueSlice.Undefined : current;
            }
        }

        return current;
    }

    private static bool IsEmptyArray(ValueSlice value) => value.Type == BsonType.Array && value.Length == sizeof(int) + 1;
}
