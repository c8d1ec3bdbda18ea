namespace OwnedData.Execution.Responses;

/// <summary>Equality of element names by their bytes; for plans, not for documents.</summary>
internal sealed class StoredNameComparer : IEqualityComparer<byte[]>
{
    public static readonly StoredNameComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
