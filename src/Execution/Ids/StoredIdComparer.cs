using OwnedData.Bson;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Ids;

/// <summary>Equality of ids as MongoDB has it: equal integers are one id, whatever types they are asked for and stored as. Looks up a value where it lies.</summary>
internal sealed class StoredIdComparer : IEqualityComparer<StoredId>, IAlternateEqualityComparer<BsonValue, StoredId>
{
    public static StoredIdComparer Instance { get; } = new();

    public bool Equals(StoredId x, StoredId y) => Equals(x.Value, y);

    public bool Equals(BsonValue alternate, StoredId other)
    {
        var value = other.Value;
        return NumberWriter.TryReadInteger(alternate, out var left)
            ? NumberWriter.TryReadInteger(value, out var right) && left == right
            : alternate.Type == value.Type && alternate.Bytes.SequenceEqual(value.Bytes);
    }

    public int GetHashCode(StoredId obj) => GetHashCode(obj.Value);

    public int GetHashCode(BsonValue alternate)
    {
        if (NumberWriter.TryReadInteger(alternate, out var number))
        {
            return number.GetHashCode();
        }

        var hash = default(HashCode);
        hash.Add(alternate.Type);
        hash.AddBytes(alternate.Bytes);
        return hash.ToHashCode();
    }

    public StoredId Create(BsonValue alternate) => new(alternate.Type, alternate.Bytes.ToArray());
}
