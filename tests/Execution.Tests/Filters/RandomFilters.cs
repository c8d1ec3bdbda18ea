using System.Text;

namespace OwnedData.Execution.Tests.Filters;

/// <summary>
/// Random documents and filters over <see cref="FilterModel"/>. A document is a dictionary, a list, or a scalar's place in its pool; null is null or missing.
/// A filter is a list of entries: a name, and an operand that is a list of entries, a list of such lists, a place, a list of places, a bool or null.
/// </summary>
internal sealed class RandomFilters(Random random)
{
    private static readonly string[] s_comparisons = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] s_equalities = ["eq", "neq", "in", "nin"];
    private static readonly string[] s_text = ["eq", "neq", "contains", "ncontains", "in", "nin", "startsWith", "nstartsWith", "endsWith", "nendsWith"];

    public Dictionary<string, object?> Document(string type) =>
        FilterModel.Objects[type].ToDictionary(field => field.Name, field => random.Next(4) == 0 ? null : Value(field.Type));

    public List<(string Name, object? Operand)> Where(string type, int depth)
    {
        var entries = new Dictionary<string, object?>();
        for (var count = random.Next(10) == 0 ? 0 : random.Next(1, 4); count > 0; count--)
        {
            if (depth > 0 && random.Next(3) == 0)
            {
                entries[random.Next(2) == 0 ? "and" : "or"] = Many(() => Where(type, depth - 1));
                continue;
            }

            var field = FilterModel.Objects[type][random.Next(FilterModel.Objects[type].Length)];
            entries[field.Name] = random.Next(15) == 0 ? null : Operations(field.Type, depth - 1);
        }

        return [.. entries.Select(entry => (entry.Key, entry.Value))];
    }

    private object Operations(string type, int depth)
    {
        if (FilterModel.Objects.ContainsKey(type))
        {
            return Where(type, depth);
        }

        var entries = new Dictionary<string, object?>();
        for (var count = random.Next(12) == 0 ? 0 : random.Next(1, 3); count > 0; count--)
        {
            if (type[0] == '[')
            {
                var operation = new[] { "all", "none", "some", "any" }[random.Next(4)];
                entries[operation] = operation == "any" ? random.Next(2) == 0 : Operations(type[1..^1], depth - 1);
            }
            else if (type == "String" && depth > 0 && random.Next(5) == 0)
            {
                entries[random.Next(2) == 0 ? "and" : "or"] = Many(() => (List<(string, object?)>)Operations(type, depth - 1));
            }
            else
            {
                AddOperation(entries, type);
            }
        }

        return entries.Select(entry => (entry.Key, entry.Value)).ToList();
    }

    private void AddOperation(Dictionary<string, object?> entries, string type)
    {
        var operations = type switch
        {
            "String" => s_text,
            "Boolean" => ["eq", "neq"],
            "Color" or "ID" or "ByteArray" => s_equalities,
            _ => s_comparisons,
        };
        var operation = operations[random.Next(operations.Length)];
        entries[operation] = operation switch
        {
            "in" or "nin" => Enumerable.Range(0, random.Next(4)).Select(_ => type != "Color" && random.Next(5) == 0 ? null : (object?)Place(type)).ToList(),
            "eq" or "neq" => random.Next(5) == 0 ? null : Place(type),
            _ => Place(type),
        };
    }

    private List<List<(string, object?)>> Many(Func<List<(string, object?)>> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];

    private object? Value(string type) => type switch
    {
        _ when FilterModel.Objects.ContainsKey(type) => Document(type),
        _ when type[0] == '[' => Enumerable.Range(0, random.Next(4)).Select(_ => type == "[String]" && random.Next(6) == 0 ? null : Value(type[1..^1])).ToList(),
        _ => Place(type),
    };

    private int Place(string type) => random.Next(FilterModel.Pools[type].Length);

    /// <summary>The document as Extended JSON; what is null is null or missing, by chance.</summary>
    public string ToExtendedJson(object? value, string type)
    {
        switch (value)
        {
            case null:
                return "null";
            case int place:
                return FilterModel.Pools[type][place].Bson;
            case List<object?> list:
                return $"[{string.Join(',', list.Select(item => ToExtendedJson(item, type[1..^1])))}]";
            default:
                var fields = (Dictionary<string, object?>)value;
                return $"{{{string.Join(',', FilterModel.Objects[type].Where(field => fields[field.Name] is not null || random.Next(2) == 0)
                    .Select(field => $"\"{field.Stored}\":{ToExtendedJson(fields[field.Name], field.Type)}"))}}}";
        }
    }

    /// <summary>The filter as the JSON of a variable.</summary>
    public static string ToJson(List<(string Name, object? Operand)> entries, string type)
    {
        var text = new StringBuilder("{");
        foreach (var (name, operand) in entries)
        {
            text.Append(text.Length > 1 ? "," : "").Append('"').Append(name).Append("\":").Append(OperandToJson(name, operand, type));
        }

        return text.Append('}').ToString();
    }

    private static string OperandToJson(string name, object? operand, string type) => operand switch
    {
        null => "null",
        bool any => any ? "true" : "false",
        int place => FilterModel.Pools[type][place].Json,
        List<object?> places => $"[{string.Join(',', places.Select(place => OperandToJson(name, place, type)))}]",
        List<List<(string, object?)>> members => $"[{string.Join(',', members.Select(member => ToJson(member, type)))}]",
        _ => ToJson((List<(string, object?)>)operand, TypeOf(name, type)),
    };

    private static string TypeOf(string name, string type) =>
        type[0] == '[' ? type[1..^1] : FilterModel.Objects[type].Single(field => field.Name == name).Type;
}
