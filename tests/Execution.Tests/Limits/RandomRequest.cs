using System.Globalization;

namespace OwnedData.Execution.Tests.Limits;

/// <summary>One random request for notes in three forms that mean the same: literals, whole variables, and a variable for each operand.</summary>
internal sealed class RandomRequest
{
    private const string Selection = "{ edges { node { title place { city } } } nodes { id } totalCount }";

    private readonly Random _random;
    private readonly List<(string Definition, string Json)> _operands = [];

    public RandomRequest(int seed)
    {
        _random = new Random(seed);
        var first = _random.Next(0, 101).ToString(CultureInfo.InvariantCulture);
        var where = Where(depth: 3);
        var order = Order();
        Literal = $"{{ notes(first: {first}, where: {where.Literal}, order: {order.Literal}) {Selection} }}";
        WholeVariables =
            $"query ($first: Int, $where: NoteFilterInput, $order: [NoteSortInput!]) {{ notes(first: $first, where: $where, order: $order) {Selection} }}";
        WholeValues = $$"""{"first":{{first}},"where":{{where.Json}},"order":{{order.Json}}}""";
        var definitions = string.Join(", ", _operands.Select((operand, index) => $"$v{index}: {operand.Definition}").Prepend("$first: Int"));
        OperandVariables = $"query ({definitions}) {{ notes(first: $first, where: {where.WithVariables}, order: {order.Literal}) {Selection} }}";
        OperandValues = "{" + string.Join(',', _operands.Select((operand, index) => $"\"v{index}\":{operand.Json}").Prepend($"\"first\":{first}")) + "}";
    }

    public string Literal { get; }

    public string WholeVariables { get; }

    public string WholeValues { get; }

    public string OperandVariables { get; }

    public string OperandValues { get; }

    private Forms Where(int depth)
    {
        var fields = new Dictionary<string, Forms>();
        for (var count = _random.Next(0, 4); count > 0; count--)
        {
            var name = new[] { "title", "pinned", "status", "tags", "place", "and", "or" }[_random.Next(depth > 0 ? 7 : 5)];
            if (!fields.ContainsKey(name))
            {
                fields[name] = Field(name, depth);
            }
        }

        return Object([.. fields.Select(field => (field.Key, field.Value))]);
    }

    private Forms Field(string name, int depth) => name switch
    {
        "title" => Operation(["eq", "contains", "nstartsWith"], "String", "\"a\"", "\"a\""),
        "pinned" => Operation(["eq", "neq"], "Boolean", "true", "true"),
        "status" => Operation(["eq", "neq"], "NoteStatus", "DRAFT", "\"DRAFT\""),
        "tags" => Object([("some", Operation(["eq", "endsWith"], "String", "\"a\"", "\"a\""))]),
        "place" => Object([("city", Operation(["in", "nin"], "[String]", "[\"a\", null]", "[\"a\",null]"))]),
        _ => List([.. Enumerable.Range(0, _random.Next(0, 3)).Select(_ => Where(depth - 1))]),
    };

    private Forms Operation(string[] operations, string type, string literal, string json)
    {
        var variable = $"$v{_operands.Count}";
        var operand = _random.Next(5) == 0 ? new Forms("null", "null", variable) : new Forms(literal, json, variable);
        _operands.Add((type, operand.Json));
        return Object([(operations[_random.Next(operations.Length)], operand)]);
    }

    private Forms Order() => List(
    [
        .. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => _random.Next(2) == 0
            ? Object([("title", new Forms("ASC", "\"ASC\"", "ASC"))])
            : Object([("place", Object([("city", new Forms("DESC", "\"DESC\"", "DESC"))]))])),
    ]);

    private static Forms Object(IReadOnlyList<(string Name, Forms Value)> fields) => new(
        "{ " + string.Join(", ", fields.Select(field => $"{field.Name}: {field.Value.Literal}")) + " }",
        "{" + string.Join(',', fields.Select(field => $"\"{field.Name}\":{field.Value.Json}")) + "}",
        "{ " + string.Join(", ", fields.Select(field => $"{field.Name}: {field.Value.WithVariables}")) + " }");

    private static Forms List(IReadOnlyList<Forms> items) => new(
        "[" + string.Join(", ", items.Select(item => item.Literal)) + "]",
        "[" + string.Join(',', items.Select(item => item.Json)) + "]",
        "[" + string.Join(", ", items.Select(item => item.WithVariables)) + "]");

    private sealed record Forms(string Literal, string Json, string WithVariables);
}
