using System.Collections;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Access.Differential;

/// <summary>
/// What a rule means, after its documentation and MongoDB's, over plain objects: shares nothing with what is sent and nothing with what is
/// evaluated in memory.
/// </summary>
internal sealed class ReferenceEvaluator(Dictionary<string, object?> claims, Dictionary<string, object?> grants, string? subject, PlainBson.Date now)
{
    public bool Matches(Condition condition, object? value) => condition switch
    {
        AllOf all => all.Conditions.All(member => Matches(member, value)),
        AnyOf any => any.Conditions.Any(member => Matches(member, value)),
        Comparison comparison => Compare(comparison, value),
        AnyElement any => ValuesAt(value, any.Path.Stored, looksIntoLists: false).Any(list => list is List<object?> { Count: > 0 }) == any.Expected,
        ElementCondition quantifier => Quantify(quantifier, value),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private bool Quantify(ElementCondition quantifier, object? value)
    {
        var isOfObjects = quantifier.Path.Type is ListFieldType { Element: EmbeddedFieldType };
        var isExpected = quantifier.Operation != "all";
        var exists = ValuesAt(value, quantifier.Path.Stored, looksIntoLists: false).OfType<List<object?>>().Any(list =>
            list.Any(element => (!isOfObjects || element is Dictionary<string, object?> or List<object?>) && Matches(quantifier.Element, element) == isExpected));
        return quantifier.Operation == "some" ? exists : IsBound(quantifier.Element) && !exists;
    }

    private bool IsBound(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.All(IsBound),
        AnyOf any => any.Conditions.All(IsBound),
        ElementCondition quantifier => IsBound(quantifier.Element),
        Comparison comparison => Operands(comparison) is not null,
        _ => true,
    };

    private bool Compare(Comparison comparison, object? value)
    {
        if (Operands(comparison) is not { } operands)
        {
            return false;
        }

        var (operation, isNegated) = comparison.Operation is [ 'n', .. var positive] ? (positive, true) : (comparison.Operation, false);
        return ValuesAt(value, comparison.Path.Stored, looksIntoLists: true).Any(one => operands.Any(operand => Holds(operation, one, operand))) != isNegated;
    }

    private static bool Holds(string operation, object? value, object? operand) => operation switch
    {
        "eq" or "in" => Order(value, operand) == 0,
        "gt" => Order(value, operand) > 0,
        "gte" => Order(value, operand) >= 0,
        "lt" => Order(value, operand) < 0,
        "lte" => Order(value, operand) <= 0,
        _ => HoldsText(operation, value, (string)operand!),
    };

    private static bool HoldsText(string operation, object? value, string operand)
    {
        if (value is PlainBson.Pattern pattern)
        {
            var same = operation switch { "contains" => operand, "startsWith" => "^" + operand, _ => operand + @"\z" };
            return pattern == new PlainBson.Pattern(same, "") && operand.All(char.IsAsciiLetter);
        }

        return (value as string ?? (value as PlainBson.Symbol)?.Text) is { } text && operation switch
        {
            "contains" => text.Contains(operand, StringComparison.Ordinal),
            "startsWith" => text.StartsWith(operand, StringComparison.Ordinal),
            _ => text.EndsWith(operand, StringComparison.Ordinal),
        };
    }

    // Null where the two are of different kinds, which never match.
    private static int? Order(object? value, object? operand) => (value, operand) switch
    {
        (_, null) => value is null || value == PlainBson.Missing ? 0 : null,
        (PlainBson.Symbol symbol, string text) => Sign(string.CompareOrdinal(symbol.Text, text)),
        (string left, string right) => Sign(string.CompareOrdinal(left, right)),
        (bool left, bool right) => left.CompareTo(right),
        (PlainBson.Number left, PlainBson.Number right) => left.IsNaN ? null : PlainBson.Number.Compare(left, right),
        (PlainBson.Date left, PlainBson.Date right) => left.Milliseconds.CompareTo(right.Milliseconds),
        (PlainBson.Uuid left, PlainBson.Uuid right) => Sign(string.CompareOrdinal(left.Value.ToString(), right.Value.ToString())),
        (PlainBson.Oid left, PlainBson.Oid right) => Sign(string.CompareOrdinal(left.Hex, right.Hex)),
        _ => null,
    };

    private static int Sign(int difference) => Math.Sign(difference);

    private static IEnumerable<object?> ValuesAt(object? value, string path, bool looksIntoLists)
    {
        // The element of a list itself.
        if (path.Length == 0)
        {
            return [value];
        }

        return Follow(value, path.Split('.'), looksIntoLists);
    }

    private static IEnumerable<object?> Follow(object? value, ReadOnlyMemory<string> names, bool looksIntoLists)
    {
        if (value is not Dictionary<string, object?> members || !members.TryGetValue(names.Span[0], out var found))
        {
            return [PlainBson.Missing];
        }

        if (names.Length > 1)
        {
            return found is List<object?> several
                ? several.OfType<Dictionary<string, object?>>().SelectMany(element => Follow(element, names[1..], looksIntoLists))
                : Follow(found, names[1..], looksIntoLists);
        }

        return looksIntoLists && found is List<object?> items ? [.. items, items] : [found];
    }

    /// <summary>The values on the right side; null when one of the viewer's is missing or doesn't fit.</summary>
    private List<object?>? Operands(Comparison comparison)
    {
        var takesList = comparison.Operation is "in" or "nin";
        return comparison.Operand switch
        {
            LiteralOperand { Value: IList values } => [.. values.Cast<object?>().Select(value => RandomRules.Stored(value, comparison.Path.Type))],
            LiteralOperand literal => [RandomRules.Stored(literal.Value, comparison.Path.Type)],
            ViewerOperand viewer => OfViewer(viewer.Value, comparison.Path.Type, takesList),
            ListOperand list => OfMembers(list, comparison),
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };
    }

    private List<object?>? OfMembers(ListOperand list, Comparison comparison)
    {
        var operands = list.Members.Select(member => Operands(new Comparison(comparison.Path, "eq", member))).ToList();
        return operands.Contains(null) ? null : [.. operands.SelectMany(one => one!)];
    }

    private List<object?>? OfViewer(ViewerValue value, FieldType type, bool takesList)
    {
        var found = value.Source switch
        {
            ViewerSource.Subject => subject,
            ViewerSource.Now => now,
            ViewerSource.Claim => claims.GetValueOrDefault(value.Name),
            _ => grants.GetValueOrDefault(value.Name),
        };
        List<object?> members = takesList && found is List<object?> list ? list : [found];
        List<object?> fitting = [.. members.Select(member => Fit(member, type)).Where(member => member is not null)];
        return fitting.Count == members.Count && members.Count is > 0 and <= 1000 ? fitting : null;
    }

    private static object? Fit(object? value, FieldType type) => (RandomRules.KindOf(type), value) switch
    {
        ("text", string { Length: > 0 }) => value,
        ("number", PlainBson.Number { IsNaN: false }) => value,
        ("flag", bool) => value,
        ("date", PlainBson.Date) => value,
        ("uuid", PlainBson.Uuid) => value,
        ("uuid", string { Length: 36 } text) when Guid.TryParseExact(text, "D", out var guid) => new PlainBson.Uuid(guid),
        ("oid", PlainBson.Oid) => value,
        ("oid", string { Length: 24 } hex) when hex.All(char.IsAsciiHexDigit) => new PlainBson.Oid(hex.ToLowerInvariant()),
        _ => null,
    };
}
