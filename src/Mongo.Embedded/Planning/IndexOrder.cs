using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>How an index gives a requested order: its fields after <see cref="PrefixFields"/> leading ones are the sort's.</summary>
/// <param name="PrefixFields">How many leading fields have one value in each stream.</param>
/// <param name="IsBackward">Whether the index is read from its end.</param>
/// <param name="IsMerged">Whether there are several streams to merge.</param>
internal sealed record IndexOrder(int PrefixFields, bool IsBackward, bool IsMerged)
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
                if (Gives(index, prefixFields, isBackward, sort, isSingleStream: streams <= 1))
                {
                    return new IndexOrder(prefixFields, isBackward, IsMerged: streams > 1);
                }
            }
        }

        return null;
    }

    // A field that has met an array sorts by its smallest or largest element, which the entries at hand need not show.
    private static bool Gives(IndexDefinition index, int prefixFields, bool isBackward, SortSpecification sort, bool isSingleStream)
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
                return false;
            }
        }

        return true;
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
