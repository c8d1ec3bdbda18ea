using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>The entries of an index from one cut to another.</summary>
/// <param name="Low">At or above this cut.</param>
/// <param name="High">Below this cut.</param>
/// <param name="Points">For each leading field with one value only, the length of <paramref name="Low"/> up to its end.</param>
/// <param name="HasInterval">Whether the field after those is bounded too.</param>
internal sealed record KeyRange(byte[] Low, byte[] High, ImmutableArray<int> Points, bool HasInterval)
{
    /// <summary>How narrow the range is, to compare plans: leading points count double.</summary>
    internal int Score => 2 * Points.Length + (HasInterval ? 1 : 0);

    /// <summary>The bytes of the first <paramref name="fieldCount"/> fields, which must be points.</summary>
    internal ReadOnlySpan<byte> Prefix(int fieldCount) => Low.AsSpan(0, fieldCount == 0 ? 0 : Points[fieldCount - 1]);

    /// <summary>Sorts ranges and joins those that overlap, so that no entry is met twice.</summary>
    internal static List<KeyRange> Normalize(List<KeyRange> ranges)
    {
        ranges.Sort((left, right) => KeyComparer.Instance.Compare(left.Low, right.Low));
        var joined = new List<KeyRange>(ranges.Count);
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && KeyComparer.Instance.Compare(range.Low, joined[^1].High) < 0)
            {
                joined[^1] = joined[^1].Join(range);
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }

    // The other begins inside this one. Where both have points on a field, these are equal: each range lies within its own points.
    private KeyRange Join(KeyRange other)
    {
        if (KeyComparer.Instance.Compare(other.High, High) <= 0)
        {
            return this;
        }

        var points = Points.Length <= other.Points.Length ? Points : Points[..other.Points.Length];
        return new KeyRange(Low, other.High, points, HasInterval && other.HasInterval);
    }
}
