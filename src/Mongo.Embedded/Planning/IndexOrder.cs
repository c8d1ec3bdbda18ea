using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>How an index gives a requested order: its fields after <see cref="PrefixFields"/> leading ones are the sort's.</summary>
/// <param name="PrefixFields">How many leading fields have one value in each stream.</param>
/// <param name="IsBackward">Whether the index is read from its end.</param>
/// <param name="StreamCount">How many streams there are to merge; one, or none, gives the order by itself.</param>
/// <param name="IsMergeable">Whether the entries hold all of the sort's fields, so that streams of other indexes can be compared with these.</param>
internal sealed record IndexOrder(int PrefixFields, bool IsBackward, int StreamCount, bool IsMergeable)
{
    private const int MaximumStreams = 64;

    internal static IndexOrder? Find(IndexDefinition index, List<KeyRange> ranges, SortSpecification sort)
    {
        var pointFields = ranges.Count == 0 ? 0 : ranges.Min(range => range.Points.Length);
        for (var prefixFields = 0; prefixFields <= pointFields; prefixFields++)
        {
            foreach (var isBackward in (ReadOnlySpan<bool>)[false, true])
            {
                var fieldsInEntries = CountFields(index, prefixFields, isBackward, sort);
                if (fieldsInEntries < 0)
                {
                    continue;
                }

                var (streams, isMergeable) = (CountStreams(ranges, prefixFields), fieldsInEntries == sort.Fields.Count);
                if (streams <= 1 || isMergeable)
                {
                    return streams <= MaximumStreams ? new IndexOrder(prefixFields, isBackward, streams, isMergeable) : null;
                }
            }
        }

        return null;
    }

    // Ranges are in order: those of one stream stand together.
    private static int CountStreams(List<KeyRange> ranges, int prefixFields)
    {
        var count = 0;
        for (var range = 0; range < ranges.Count; range++)
        {
            if (range == 0 || !ranges[range].Prefix(prefixFields).SequenceEqual(ranges[range - 1].Prefix(prefixFields)))
            {
                count++;
            }
        }

        return count;
    }

    // How many of the sort's fields follow the prefix in each entry; the others have one value in each stream. Negative when the order is another.
    // A field that has met an array sorts by its smallest or largest element, which the entries at hand need not show.
    private static int CountFields(IndexDefinition index, int prefixFields, bool isBackward, SortSpecification sort)
    {
        var next = prefixFields;
        foreach (var wanted in sort.Fields)
        {
            if (next < index.Fields.Length
                && index.Fields[next].Path.Text == wanted.Path.Text
                && (index.Fields[next].Descending != wanted.Descending) == isBackward
                && !index.IsMultikeyField(next))
            {
                next++;
            }
            else if (!IsFixed(index, prefixFields, wanted))
            {
                return -1;
            }
        }

        return next - prefixFields;
    }

    private static bool IsFixed(IndexDefinition index, int prefixFields, SortField wanted)
    {
        for (var field = 0; field < prefixFields; field++)
        {
            if (index.Fields[field].Path.Text == wanted.Path.Text && !index.IsMultikeyField(field))
            {
                return true;
            }
        }

        return false;
    }
}
