using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>Whether literals say the same, wherever they stand in the document: fields of input objects in any order, §5.3.2.</summary>
internal static class ValueComparison
{
    public static bool AreSame(ImmutableArray<ArgumentNode> first, ImmutableArray<ArgumentNode> second)
    {
        if (first.Length != second.Length)
        {
            return false;
        }

        if (first.IsEmpty)
        {
            return true;
        }

        var values = second.ToLookup(argument => argument.Name.Value, argument => argument.Value);
        return first.All(argument => values[argument.Name.Value].LastOrDefault() is { } value && AreSame(argument.Value, value));
    }

    private static bool AreSame(ValueNode first, ValueNode second) => (first, second) switch
    {
        (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
        (IntValueNode a, IntValueNode b) => a.Text == b.Text,
        (FloatValueNode a, FloatValueNode b) => a.Text == b.Text,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (EnumValueNode a, EnumValueNode b) => a.Name == b.Name,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode a, ListValueNode b) => a.Values.Length == b.Values.Length
            && a.Values.Zip(b.Values).All(pair => AreSame(pair.First, pair.Second)),
        (ObjectValueNode a, ObjectValueNode b) => AreSame(a.Fields, b.Fields),
        _ => false,
    };

    private static bool AreSame(ImmutableArray<ObjectFieldNode> first, ImmutableArray<ObjectFieldNode> second) =>
        first.Length == second.Length
        && first.OrderBy(field => field.Name.Value, StringComparer.Ordinal)
            .Zip(second.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
            .All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value));
}
