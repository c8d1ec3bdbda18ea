namespace OwnedData.GraphQL.Types;

/// <summary>A type without null, §3.12: never around another non-null. Equal to any non-null of the same type.</summary>
public sealed class NonNullType : GraphQLType, IEquatable<NonNullType>
{
    internal NonNullType(GraphQLType ofType) => OfType = ofType;

    public GraphQLType OfType { get; }

    public override NamedType InnermostType => OfType.InnermostType;

    public bool Equals(NonNullType? other) => other is not null && OfType.Equals(other.OfType);

    public override bool Equals(object? obj) => Equals(obj as NonNullType);

    public override int GetHashCode() => HashCode.Combine('!', OfType);

    public override string ToString() => $"{OfType}!";
}
