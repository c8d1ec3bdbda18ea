namespace OwnedData.GraphQL.Types;

/// <summary>A list of a type, §3.11. Equal to any list of the same type.</summary>
public sealed class ListType : GraphQLType, IEquatable<ListType>
{
    internal ListType(GraphQLType ofType) => OfType = ofType;

    public GraphQLType OfType { get; }

    public override NamedType InnermostType => OfType.InnermostType;

    public bool Equals(ListType? other) => other is not null && OfType.Equals(other.OfType);

    public override bool Equals(object? obj) => Equals(obj as ListType);

    public override int GetHashCode() => HashCode.Combine('[', OfType);

    public override string ToString() => $"[{OfType}]";
}
