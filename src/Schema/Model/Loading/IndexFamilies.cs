using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>
/// Derives from the rules of READ what indexes begin with. Every command carries the rules' predicate, a `$or` of the ways in: each needs
/// an index of its own in the order asked for, or the store would read what the viewer may not see.
/// </summary>
internal static class IndexFamilies
{
    /// <summary>Of equalities by `@restrict`: more don't narrow further what one tenant has.</summary>
    private const int MostTenantPaths = 4;

    // As many as MongoDB has indexes: whoever has more is told so.
    private const int MostFamilies = 64;

    /// <summary>At least one; the owner's first.</summary>
    public static ImmutableArray<IndexFamily> Of(TypeAccess access)
    {
        ImmutableArray<string> tenant =
        [
            .. access.Restricts.Where(rule => rule.On.Contains(AccessOperation.Read))
                .SelectMany(rule => rule.Where is AllOf all ? all.Conditions : [rule.Where])
                .OfType<Comparison>()
                .Where(comparison => comparison.Operation == "eq" && IsAnchor(comparison))
                .Select(comparison => comparison.Path.Stored)
                .Distinct()
                .Take(MostTenantPaths),
        ];
        return
        [
            .. access.Allows.Where(rule => rule.On.Contains(AccessOperation.Read))
                .SelectMany(rule => (rule.Where is { } where ? Anchors(where) : [(Path: "", IsList: false)])
                    .Select(anchor => anchor.Path.Length == 0 || tenant.Contains(anchor.Path)
                        ? new IndexFamily(tenant, HasList: false, [rule.Origin])
                        : new IndexFamily([.. tenant, anchor.Path], anchor.IsList, [rule.Origin])))
                .DefaultIfEmpty(new IndexFamily(tenant, HasList: false, []))
                .GroupBy(family => family.Key)
                .Select(alike => alike.First() with { Rules = [.. alike.SelectMany(family => family.Rules).Distinct()] })
                .Take(MostFamilies),
        ];
    }

    /// <summary>A path for each alternative of the condition whose value it fixes; an empty one for an alternative that fixes none.</summary>
    private static IEnumerable<(string Path, bool IsList)> Anchors(Condition condition) => condition switch
    {
        Comparison comparison when IsAnchor(comparison) => [(comparison.Path.Stored, false)],
        ElementCondition { Operation: "some", Element: Comparison element, Path: var list } when IsAnchor(element) =>
            [(element.Path.Stored.Length == 0 ? list.Stored : $"{list.Stored}.{element.Path.Stored}", true)],
        AnyOf any => any.Conditions.SelectMany(Anchors),
        AllOf all => all.Conditions.Select(member => Anchors(member).ToArray()).FirstOrDefault(anchors => Array.TrueForAll(anchors, anchor => anchor.Path.Length > 0))
            ?? [("", false)],
        _ => [("", false)],
    };

    private static bool IsAnchor(Comparison comparison) => comparison is
    {
        Operation: "eq" or "in",
        Path.Stored: not "_id",
        Operand: ViewerOperand { Value.Source: not ViewerSource.Now } or ListOperand or LiteralOperand { Value: not null },
    };
}
