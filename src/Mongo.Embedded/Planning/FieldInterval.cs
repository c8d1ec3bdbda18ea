using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>The values of one index field from one cut to another, in ascending encoding.</summary>
/// <param name="Low">At or above this cut.</param>
/// <param name="High">Below this cut.</param>
/// <param name="IsPoint">Whether <paramref name="Low"/> is the whole encoding of the only value.</param>
internal readonly record struct FieldInterval(byte[] Low, byte[] High, bool IsPoint)
{
    internal static FieldInterval Point(byte[] encoded) => new(encoded, KeyCut.After(encoded), IsPoint: true);

    /// <summary>All values of the types from one to another.</summary>
    internal static FieldInterval OfTypes(KeyType first, KeyType last) => new([(byte)first], [(byte)(last + 1)], IsPoint: false);

    /// <summary>What lies in both; false when nothing can.</summary>
    internal bool TryIntersect(FieldInterval other, out FieldInterval both)
    {
        var low = KeyComparer.Instance.Compare(Low, other.Low) >= 0 ? Low : other.Low;
        var high = KeyComparer.Instance.Compare(High, other.High) <= 0 ? High : other.High;
        both = IsPoint ? this : other.IsPoint ? other : new FieldInterval(low, high, IsPoint: false);
        return KeyComparer.Instance.Compare(low, high) < 0;
    }
}
