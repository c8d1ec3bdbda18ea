namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Seeded random documents, filters and updates as Extended JSON, over few names and values, so that paths meet, miss and collide.</summary>
internal sealed class RandomUpdate(int seed)
{
    private static readonly string[] s_numbers =
    [
        "0", "1", "2", "-3", "2147483647", "1.5", "-2.5", """{"$numberDouble": "-0.0"}""", """{"$numberLong": "1"}""", """{"$numberLong": "9223372036854775807"}""",
        """{"$numberDecimal": "1.0"}""", """{"$numberDecimal": "2.50"}""", """{"$numberDecimal": "-0E-3"}""", """{"$numberDecimal": "NaN"}""", """{"$numberDouble": "Infinity"}""",
    ];

    private static readonly string[] s_scalars =
    [
        "null", "1", "2", "3", "\"x\"", "\"y\"", "\"xy\"", "true", """{"$date": {"$numberLong": "5"}}""", """{"$numberLong": "2"}""", "1.5", """{"$numberDecimal": "2.0"}""",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A document with this `_id`.</summary>
    internal string Document(int id) => $"{{\"_id\": {id}{string.Concat(Fields(0).Select(field => ", " + field))}}}";

    internal string Filter() => _random.Next(13) switch
    {
        < 4 => "{}",
        4 => """{"_id": 1}""",
        5 => $"{{\"{Name()}\": {{\"$exists\": true}}}}",
        6 => $"{{\"{Name()}\": {Scalar()}}}",
        7 => $"{{\"{Name()}\": {Value(2)}}}",
        8 => $"{{\"{Name()}.{Name()}\": {Value(2)}}}",
        9 => $"{{\"{Name()}\": {{\"$elemMatch\": {{\"{Name()}\": {Scalar()}}}}}}}",
        10 => $"{{\"{Name()}\": {{\"$elemMatch\": {{\"$gte\": {Scalar()}}}}}}}",
        11 => $"{{\"{Name()}\": {{\"${Pick("gt", "gte", "lt", "lte", "ne", "eq")}\": {Scalar()}}}, \"{Name()}.{Name()}\": {Scalar()}}}",
        _ => $"{{\"{Name()}.{Pick("0", "1", "a", "b")}\": {{\"$in\": [{Scalar()}, {Scalar()}]}}}}",
    };

    /// <summary>What stands for `u`, and for `arrayFilters` when one is used.</summary>
    internal (string Update, string? ArrayFilters) Update(int operatorCount)
    {
        if (operatorCount == 0)
        {
            return ($"{{{string.Join(", ", Fields(0))}}}", null);
        }

        var operators = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var count = operatorCount; count > 0; count--)
        {
            var (name, argument) = Operator();
            if (!operators.TryGetValue(name, out var list))
            {
                operators.Add(name, list = []);
            }

            list.Add($"\"{Path()}\": {argument}");
        }

        var update = $"{{{string.Join(", ", operators.Select(pair => $"\"{pair.Key}\": {{{string.Join(", ", pair.Value.DistinctBy(field => field.Split(':')[0]))}}}"))}}}";
        return (update, update.Contains("$[x]", StringComparison.Ordinal) ? ArrayFilter() : null);
    }

    internal string Value(int depth) => _random.Next(depth > 2 ? 6 : 9) switch
    {
        < 5 => Scalar(),
        5 => Number(),
        6 => $"{{{string.Join(", ", Fields(depth + 1))}}}",
        _ => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1)))}]",
    };

    internal string Scalar() => Pick(s_scalars);

    internal int Next(int maximum) => _random.Next(maximum);

    internal string Name() => Pick("a", "a", "a", "b", "b", "c");

    private string Number() => Pick(s_numbers);

    private IEnumerable<string> Fields(int depth) =>
        new[] { "a", "b", "c" }.Where(_ => _random.Next(3) > 0).OrderBy(_ => _random.Next()).Select(name => $"\"{name}\": {Value(depth)}");

    private string Path()
    {
        var path = Name();
        for (var more = _random.Next(3); more > 0; more--)
        {
            path += "." + Pick("a", "b", "c", "0", "0", "1", "3", "$[]", "$[]", "$[x]", "$[x]", "$");
        }

        return path;
    }

    private string ArrayFilter() => Pick(
        $"[{{\"x\": {Value(2)}}}]",
        $"[{{\"x\": {{\"$gt\": {Scalar()}}}}}]",
        $"[{{\"x.{Name()}\": {Scalar()}}}]",
        $"[{{\"$or\": [{{\"x\": {Scalar()}}}, {{\"x.{Name()}\": {{\"$exists\": true}}}}]}}]");

    private (string Name, string Argument) Operator() => _random.Next(18) switch
    {
        < 3 => ("$set", Value(1)),
        3 => ("$unset", "1"),
        4 => ("$inc", Number()),
        5 => ("$mul", Number()),
        6 => ("$min", Value(2)),
        7 => ("$max", Value(2)),
        8 => ("$rename", $"\"{Path()}\""),
        9 => ("$bit", $"{{\"{Pick("and", "or", "xor")}\": {Pick("5", "{\"$numberLong\": \"6\"}", "1.5")}}}"),
        10 => ("$pop", Pick("1", "-1", "2")),
        11 => ("$setOnInsert", Value(2)),
        12 => ("$addToSet", _random.Next(2) == 0 ? Value(1) : $"{{\"$each\": [{Value(2)}, {Value(2)}]}}"),
        13 => ("$pullAll", $"[{Value(2)}, {Scalar()}]"),
        14 or 15 => ("$pull", Condition()),
        _ => ("$push", _random.Next(3) == 0 ? Value(1) : Push()),
    };

    private string Condition() => _random.Next(7) switch
    {
        0 or 1 => Value(1),
        2 => $"{{\"{Name()}\": {Value(2)}}}",
        3 => $"{{\"{Name()}\": {{\"$gte\": {Scalar()}}}}}",
        4 => $"{{\"${Pick("gt", "lte", "ne")}\": {Scalar()}}}",
        5 => $"{{\"$in\": [{Value(2)}, {Scalar()}]}}",
        _ => $"{{\"$elemMatch\": {{\"$gt\": {Scalar()}}}}}",
    };

    private string Push()
    {
        var clauses = new List<string> { $"\"$each\": [{string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => Value(2)))}]" };
        if (_random.Next(2) == 0)
        {
            clauses.Add($"\"$position\": {Pick("0", "1", "-1", "7", "-7", "1.5")}");
        }

        if (_random.Next(2) == 0)
        {
            clauses.Add($"\"$slice\": {Pick("0", "1", "2", "-1", "-2", "9")}");
        }

        if (_random.Next(2) == 0)
        {
            clauses.Add($"\"$sort\": {Pick("1", "-1", "{\"a\": 1}", "{\"a\": -1, \"b\": 1}", "{\"a.b\": 1}", "{\"a.0\": 1}")}");
        }

        return $"{{{string.Join(", ", clauses)}}}";
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
