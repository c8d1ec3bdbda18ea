namespace OwnedData.Execution.Tests.Filters;

/// <summary>
/// What the documentation says of filters, in a few lines and without MongoDB: null and missing are one; `ngt` is "not greater", so it holds for null;
/// a field against null is "is null"; text is compared ordinally; siblings all hold; `or` without a member, or with one that says nothing, lets everything pass; a missing list has no elements.
/// </summary>
internal static class FilterEvaluator
{
    public static bool Matches(object? value, List<(string Name, object? Operand)> filter, string type) =>
        filter.All(entry => Holds(value, entry.Name, entry.Operand, type));

    private static bool Holds(object? value, string name, object? operand, string type)
    {
        if (name is "and" or "or" && operand is List<List<(string, object?)>> members)
        {
            return name == "and" ? members.All(member => Matches(value, member, type))
                : members.Count == 0 || members.Any(member => Matches(value, member, type));
        }

        if (FilterModel.Objects.TryGetValue(type, out var fields))
        {
            var field = fields.Single(field => field.Name == name);
            var inner = (value as Dictionary<string, object?>)?[name];
            return operand is null ? inner is null : Matches(inner, (List<(string, object?)>)operand, field.Type);
        }

        return type[0] == '[' ? ListHolds(value as List<object?> ?? [], name, operand, type[1..^1]) : ScalarHolds((int?)value, name, operand, type);
    }

    private static bool ListHolds(List<object?> items, string name, object? operand, string element) => name switch
    {
        "any" => items.Count > 0 == (bool)operand!,
        "some" => items.Any(item => Matches(item, (List<(string, object?)>)operand!, element)),
        "none" => !items.Any(item => Matches(item, (List<(string, object?)>)operand!, element)),
        _ => items.All(item => Matches(item, (List<(string, object?)>)operand!, element)),
    };

    private static bool ScalarHolds(int? value, string name, object? operand, string type) => name switch
    {
        "eq" => value == (int?)operand,
        "in" => ((List<object?>)operand!).Contains(value),
        "gt" => value > (int)operand!,
        "gte" => value >= (int)operand!,
        "lt" => value < (int)operand!,
        "lte" => value <= (int)operand!,
        "contains" => value is { } place && FilterModel.Texts[place].Contains(FilterModel.Texts[(int)operand!], StringComparison.Ordinal),
        "startsWith" => value is { } place && FilterModel.Texts[place].StartsWith(FilterModel.Texts[(int)operand!], StringComparison.Ordinal),
        "endsWith" => value is { } place && FilterModel.Texts[place].EndsWith(FilterModel.Texts[(int)operand!], StringComparison.Ordinal),
        _ => !ScalarHolds(value, name[1..], operand, type),
    };
}
