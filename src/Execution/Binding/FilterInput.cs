using OwnedData.GraphQL.Coercion;

namespace OwnedData.Execution.Binding;

/// <summary>What the writers of a filter ask of its coerced input.</summary>
internal static class FilterInput
{
    /// <summary>True when no operation is in it, at any depth of `and`: it lets everything pass.</summary>
    public static bool IsEmpty(InputObject where) => where.All(entry => entry.Key switch
    {
        "and" => Members(entry.Value).All(IsEmpty),
        "or" => Members(entry.Value) is var members && (members.Count == 0 || members.Any(IsEmpty)),
        _ => entry.Value is InputObject { } nested && nested.Count == 0,
    });

    /// <summary>The members of `and` and `or`; null ones say nothing.</summary>
    public static List<InputObject> Members(object? value) =>
        value is IReadOnlyList<object?> list ? [.. list.OfType<InputObject>()] : [];
}
