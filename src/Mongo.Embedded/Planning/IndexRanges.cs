using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Puts the bounds of an index's fields together: points as long as there are only points, then one field's intervals.</summary>
internal static class IndexRanges
{
    // As many values as a claim may list.
    private const int MaximumRanges = 1024;

    /// <summary>The ranges, in order, that hold every document for which all predicates hold; the whole index when none helps, none when nothing can match.</summary>
    internal static List<KeyRange> Of(IndexDefinition index, IReadOnlyList<FilterNode> predicates, FieldBounds knownBounds)
    {
        List<KeyRange> prefixes = [new KeyRange([], KeyCut.Highest, [], HasInterval: false)];
        var metMultikey = false;
        for (var field = 0; field < index.Fields.Length; field++)
        {
            // Two multikey fields share an array, and their predicates may be met by different elements of it.
            var isMultikey = index.IsMultikeyField(field);
            var bounds = isMultikey && metMultikey ? null : knownBounds.Of(index.Fields[field].Path, predicates, isMultikey);
            if (bounds is null || prefixes.Count * bounds.Count > MaximumRanges)
            {
                break;
            }

            metMultikey |= isMultikey;
            var isDescending = index.Fields[field].Descending;
            prefixes = Append(prefixes, bounds, isDescending);
            if (!bounds.TrueForAll(interval => interval.IsPoint))
            {
                break;
            }
        }

        return KeyRange.Normalize(prefixes.ConvertAll(range => range.Low.Length > 0 ? range : range with { Low = KeyCut.Lowest }));
    }

    private static List<KeyRange> Append(List<KeyRange> prefixes, List<FieldInterval> bounds, bool isDescending)
    {
        var ranges = new List<KeyRange>(prefixes.Count * bounds.Count);
        foreach (var prefix in prefixes)
        {
            foreach (var interval in bounds)
            {
                ranges.Add(Append(prefix, interval, isDescending));
            }
        }

        return ranges;
    }

    private static KeyRange Append(KeyRange prefix, FieldInterval interval, bool isDescending)
    {
        if (!interval.IsPoint)
        {
            var (low, high) = isDescending ? (KeyCut.Invert(interval.High), KeyCut.Invert(interval.Low)) : (interval.Low, interval.High);
            return new KeyRange([.. prefix.Low, .. low], [.. prefix.Low, .. high], prefix.Points, HasInterval: true);
        }

        byte[] bytes = [.. prefix.Low, .. interval.Low];
        if (isDescending)
        {
            KeyBuffer.Invert(bytes.AsSpan(prefix.Low.Length));
        }

        return new KeyRange(bytes, KeyCut.After(bytes), prefix.Points.Add(bytes.Length), HasInterval: false);
    }
}
