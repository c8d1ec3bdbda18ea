namespace OwnedData.Mongo.Embedded.Tests.Matching;

/// <summary>Random documents and filters as Extended JSON over few names and values, so that they meet often; the same seed gives the same text.</summary>
internal sealed class RandomBson(int seed)
{
    private static readonly string[] s_names = ["a", "b", "c", "0", "1"];
    private static readonly string[] s_paths = ["a", "b", "c", "a.b", "a.0", "a.1", "a.b.c", "a.0.b", "b.a", "c.0.a", "a.0.0"];

    private static readonly string[] s_scalars =
    [
        "null", "0", "1", "2", "-1", "1.5", """{"$numberDouble": "NaN"}""", """{"$numberDouble": "Infinity"}""", """{"$numberDouble": "-0.0"}""",
        """{"$numberLong": "1"}""", """{"$numberLong": "9007199254740993"}""", """{"$numberDecimal": "1.0"}""", """{"$numberDecimal": "NaN"}""", """{"$numberDecimal": "2.5"}""",
        "\"\"", "\"a\"", "\"ab\"", """{"$symbol": "a"}""", "true", "false", """{"$minKey": 1}""", """{"$maxKey": 1}""", """{"$undefined": true}""",
        """{"$oid": "000000000000000000000000"}""", """{"$date": "2020-01-01T00:00:00Z"}""", """{"$timestamp": {"t": 1, "i": 1}}""",
        """{"$binary": {"base64": "eA==", "subType": "00"}}""", """{"$binary": {"base64": "eA==", "subType": "05"}}""",
        """{"$regularExpression": {"pattern": "a", "options": ""}}""", """{"$code": "f"}""", """{"$code": "f", "$scope": {}}""",
    ];

    private static readonly string[] s_operators =
    [
        "$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists", "$not", "$elemMatch", "$type", "$regex", "$options", "$and", "$or", "$nor", "$expr", "$foo", "b",
    ];

    private readonly Random _random = new(seed);

    internal string Document(int depth = 0)
    {
        var fields = s_names.OrderBy(_ => _random.Next()).Take(_random.Next(4)).Select(name => $"\"{name}\": {Value(depth + 1)}");
        return $"{{{string.Join(", ", fields)}}}";
    }

    internal string Value(int depth = 0) => (depth < 4 ? _random.Next(10) : 9) switch
    {
        < 2 => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1)))}]",
        < 4 => Document(depth),
        _ => s_scalars[_random.Next(s_scalars.Length)],
    };

    internal string Path() => s_paths[_random.Next(s_paths.Length)];

    /// <summary>A value that every comparison takes.</summary>
    internal string Operand()
    {
        var value = Value(depth: 3);
        return value.Contains("$undefined", StringComparison.Ordinal) || value.StartsWith("{\"$reg", StringComparison.Ordinal) ? "null" : value;
    }

    /// <summary>A filter that MongoDB takes.</summary>
    internal string Filter(int depth = 0) => depth < 3 && _random.Next(4) == 0
        ? $"{{\"{Pick("$and", "$or", "$nor")}\": [{Filter(depth + 1)}, {Filter(depth + 1)}]}}"
        : $"{{\"{Path()}\": {Condition()}}}";

    /// <summary>Something like a filter, most often with something wrong in it.</summary>
    internal string Hostile(int depth = 0)
    {
        var name = _random.Next(3) == 0 ? s_operators[_random.Next(s_operators.Length)] : Path();
        var value = depth < 4 ? _random.Next(4) switch
        {
            0 => Hostile(depth + 1),
            1 => $"[{Hostile(depth + 1)}, {Value(2)}]",
            2 => $"{{\"{s_operators[_random.Next(s_operators.Length)]}\": {(_random.Next(2) == 0 ? Value(2) : Hostile(depth + 1))}}}",
            _ => Value(2),
        } : Value(2);
        return $"{{\"{name}\": {value}}}";
    }

    private string Condition() => _random.Next(4) switch
    {
        0 => Operand(),
        1 => $"{{\"$in\": [{Operand()}, {Operand()}]}}",
        2 => $"{{\"$elemMatch\": {{\"{Pick("$gt", "$lte", "$ne")}\": {Operand()}}}}}",
        _ => $"{{\"{Pick("$eq", "$ne", "$gt", "$gte", "$lt", "$lte")}\": {Operand()}}}",
    };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
