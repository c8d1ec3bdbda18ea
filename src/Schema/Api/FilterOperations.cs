using System.Collections.Immutable;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>The operations of `where` on each kind of value: of the API's filters, and of the model's rules, which are written alike.</summary>
internal static class FilterOperations
{
    private static readonly ImmutableArray<string> Comparisons =
        ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];

    private static readonly ImmutableArray<string> OfTexts =
        ["eq", "neq", "contains", "ncontains", "in", "nin", "startsWith", "nstartsWith", "endsWith", "nendsWith"];

    /// <summary>Of enums and references.</summary>
    public static ImmutableArray<string> Equalities { get; } = ["eq", "neq", "in", "nin"];

    /// <summary>On lists.</summary>
    public static ImmutableArray<string> OfLists { get; } = ["all", "none", "some", "any"];

    /// <summary>On a scalar.</summary>
    public static ImmutableArray<string> Of(ScalarKind kind) => kind switch
    {
        ScalarKind.String => OfTexts,
        ScalarKind.Boolean => ["eq", "neq"],
        ScalarKind.ID or ScalarKind.ByteArray => Equalities,
        _ => Comparisons,
    };
}
