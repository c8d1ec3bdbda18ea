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
            var streams = ranges.Select(range => range.Prefix(prefixFields).ToArray()).Distinct(KeyComparer.Instance).Take(MaximumStreams + 1).Count();
            if (streams > MaximumStreams)
            {
                return null;
            }

            foreach (var isBackward in (ReadOnlySpan<bool>)[false, true])
            {
                var fieldsInEntries = CountFields(index, prefixFields, isBackward, sort, isSingleStream: streams <= 1);
                if (fieldsInEntries >= 0)
                {
                    return new IndexOrder(prefixFields, isBackward, streams, IsMergeable: fieldsInEntries == sort.Fields.Count);
                }
            }
        }

        return null;
    }

    // How many of the sort's fields follow the prefix in each entry; the others have one value only. Negative when the order is another.
    // A field that has met an array sorts by its smallest or largest element, which the entries at hand need not show.
    private static int CountFields(IndexDefinition index, int prefixFields, bool isBackward, SortSpecification sort, bool isSingleStream)
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
            else if (!isSingleStream || !IsFixed(index, prefixFields, wanted))
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
