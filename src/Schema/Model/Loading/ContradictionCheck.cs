using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Finds conditions that no document can meet, as far as the model's own literals say: `status` can't be DRAFT and FINAL.</summary>
internal static class ContradictionCheck
{
    public static bool NeverHolds(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.Any(NeverHolds) || all.Conditions.OfType<Comparison>().GroupBy(one => one.Path.Stored).Any(HasNoValue),
        AnyOf any => any.Conditions.All(NeverHolds),
        ElementCondition { Operation: "some", Element: var element } => NeverHolds(element),
        _ => false,
    };

    private static bool HasNoValue(IEnumerable<Comparison> onePath)
    {
        HashSet<object>? left = null;
        foreach (var values in onePath.Select(Values).OfType<IEnumerable<object>>())
        {
            left ??= [.. values];
            left.IntersectWith(values);
        }

        return left is { Count: 0 };
    }

    // The values that the comparison leaves; null where it isn't a matter of literals. Null is a value like others here.
    private static IEnumerable<object>? Values(Comparison comparison) => comparison switch
    {
        { Operation: "eq", Operand: LiteralOperand { Value: var value } } => [value ?? DBNull.Value],
        { Operation: "in", Operand: LiteralOperand { Value: IReadOnlyList<object?> values } } => values.Select(value => value ?? DBNull.Value),
        _ => null,
    };
}
