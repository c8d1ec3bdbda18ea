using OwnedData.Schema.Access;

namespace OwnedData.Schema.Tests.Model;

/// <summary>Rules as text, by stored names: what tests compare.</summary>
internal static class RuleText
{
    public static string Of(AllowRule rule)
    {
        string?[] parts =
        [
            string.Join('|', rule.On),
            rule.IsPublic ? "public" : null,
            rule.Policy is { } policy ? $"policy {policy}" : null,
            rule.Roles.IsEmpty ? null : $"roles {string.Join('|', rule.Roles)}",
            rule.Where is { } where ? Of(where) : null,
            rule.Message is { } message ? $"\"{message}\"" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    public static string Of(RestrictRule rule) =>
        $"{string.Join('|', rule.On)}, {Of(rule.Where)}{(rule.Message is { } message ? $", \"{message}\"" : "")}";

    public static string Of(Condition condition) => condition switch
    {
        AllOf all => $"({string.Join(" and ", all.Conditions.Select(Of))})",
        AnyOf any => $"({string.Join(" or ", any.Conditions.Select(Of))})",
        Comparison comparison => $"{comparison.Path.Stored} {comparison.Operation} {Of(comparison.Operand)}",
        ElementCondition element => $"{element.Path.Stored} {element.Operation} [{Of(element.Element)}]",
        AnyElement any => $"{any.Path.Stored} any {any.Expected}",
        _ => throw new ArgumentException($"{condition}", nameof(condition)),
    };

    public static string Of(Operand operand) => operand switch
    {
        ViewerOperand viewer => viewer.Value.ToString(),
        ListOperand list => $"[{string.Join(", ", list.Members.Select(Of))}]",
        LiteralOperand { Value: IReadOnlyList<object?> list } => $"[{string.Join(", ", list.Select(Of))}]",
        LiteralOperand { Value: var value } => Of(value),
        _ => throw new ArgumentException($"{operand}", nameof(operand)),
    };

    private static string Of(object? value) => value is null ? "null" : FormattableString.Invariant($"{value.GetType().Name} {value}");
}
