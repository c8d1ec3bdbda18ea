namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>memcmp: the order of encoded keys.</summary>
internal sealed class KeyComparer : IComparer<byte[]>, IEqualityComparer<byte[]>
{
    internal static readonly KeyComparer Instance = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
