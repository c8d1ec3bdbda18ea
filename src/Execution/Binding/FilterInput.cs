using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Binding;

/// <summary>What the writers of a filter ask of its coerced input.</summary>
internal static class FilterInput
{
    /// <summary>How deep `or` may be nested, on documents and once more on an element: MongoDB refuses 100 levels, and each takes two.</summary>
    public const int MaximumDepth = 16;

    /// <summary>The error for a filter beyond that.</summary>
    public static GraphQLError TooDeep { get; } = new(ErrorCatalog.InvalidFilter, $"The filter nests `or` more than {MaximumDepth} levels deep.", []);

    /// <summary>True when the operations on a leaf say nothing, at any depth of `and` and `or`: they let everything pass.</summary>
    public static bool IsEmpty(InputObject operations) => operations.All(entry => entry.Key switch
    {
        "and" => Members(entry.Value).All(IsEmpty),
        "or" => Members(entry.Value) is var members && (members.Count == 0 || members.Any(IsEmpty)),
        _ => false,
    });

    /// <summary>The members of `and` and `or`; null ones say nothing.</summary>
    public static List<InputObject> Members(object? value) =>
        value is IReadOnlyList<object?> list ? [.. list.OfType<InputObject>()] : [];
}
