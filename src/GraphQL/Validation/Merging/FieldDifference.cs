using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>In which way two fields of one response name are not the same, §5.3.2, in words; null when they are. Subfields aside.</summary>
internal static class FieldDifference
{
    /// <summary>Of two fields that one object may get.</summary>
    public static string? OfFields(FieldEntry first, FieldEntry second)
    {
        if (ReferenceEquals(first.Node, second.Node))
        {
            return null;
        }

        if (first.Node.Name.Value != second.Node.Name.Value)
        {
            return $"\"{first.Node.Name.Value}\" and \"{second.Node.Name.Value}\" are different fields";
        }

        return ValueComparison.AreSame(first.Node.Arguments, second.Node.Arguments) ? null : "they have differing arguments";
    }

    /// <summary>SameResponseShape(): of two fields in one place of the response, be it of different objects.</summary>
    public static string? OfShapes(FieldEntry first, FieldEntry second) =>
        first.Definition is { Type: var firstType } && second.Definition is { Type: var secondType } && HaveOtherShapes(firstType, secondType)
            ? $"they return conflicting types \"{firstType}\" and \"{secondType}\""
            : null;

    private static bool HaveOtherShapes(GraphQLType first, GraphQLType second) => (first, second) switch
    {
        (ListType list, ListType otherList) => HaveOtherShapes(list.OfType, otherList.OfType),
        (ListType, _) or (_, ListType) => true,
        (NonNullType nonNull, NonNullType otherNonNull) => HaveOtherShapes(nonNull.OfType, otherNonNull.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        (NamedType { IsLeafType: true }, _) or (_, NamedType { IsLeafType: true }) => first != second,
        _ => false,
    };
}
