namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Seeded random documents of all types, and filters and sorts over them, as Extended JSON; few names and values, so that they meet.</summary>
internal sealed class RandomQuery(int seed)
{
    private static readonly string[] s_scalars =
    [
        "null", "0", "1", "2", "-1", "1.5", """{"$numberDouble": "NaN"}""", """{"$numberDouble": "Infinity"}""", """{"$numberDouble": "-0.0"}""",
        """{"$numberLong": "1"}""", """{"$numberLong": "9007199254740993"}""", """{"$numberDecimal": "1.0"}""", """{"$numberDecimal": "NaN"}""", """{"$numberDecimal": "2.5"}""",
        "\"\"", "\"a\"", "\"ab\"", "\"b\"", "true", "false", """{"$minKey": 1}""", """{"$maxKey": 1}""",
        """{"$oid": "000000000000000000000001"}""", """{"$date": {"$numberLong": "5"}}""", """{"$timestamp": {"t": 1, "i": 1}}""",
        """{"$binary": {"base64": "eA==", "subType": "00"}}""", """{"$binary": {"base64": "eHk=", "subType": "05"}}""", """{"$code": "f"}""",
    ];

    private static readonly string[] s_paths = ["a", "a", "b", "c", "a.b", "a.c", "b.a", "a.0", "a.1", "a.0.b", "a.b.0", "a.b.c", "a.0.0", "a.1.b.0", "b.0.a"];

    private readonly Random _random = new(seed);

    internal string Document(int id) => $"{{\"_id\": {id}{string.Concat(Fields(0).Select(field => ", " + field))}}}";

    internal string Path() => Pick(s_paths);

    internal string Sort() => Pick(
        "{\"_id\": 1}", "{\"a\": 1, \"_id\": 1}", "{\"a\": -1, \"_id\": 1}", "{\"a.b\": 1, \"_id\": -1}", "{\"a.b\": -1, \"b\": 1, \"_id\": 1}", "{\"a.0\": 1, \"_id\": 1}", "{\"b\": -1, \"a.c\": 1, \"_id\": 1}");

    internal string Filter(int depth = 0) => depth < 2 && _random.Next(4) == 0
        ? $"{{\"{Pick("$and", "$or", "$nor")}\": [{Filter(depth + 1)}, {Filter(depth + 1)}]}}"
        : $"{{\"{Path()}\": {Condition(depth)}}}";

    private string Condition(int depth) => _random.Next(16) switch
    {
        < 3 => Operand(),
        3 or 4 => $"{{\"{Pick("$gt", "$gte", "$lt", "$lte")}\": {Bound()}}}",
        5 => $"{{\"{Pick("$gt", "$gte")}\": {Bound()}, \"{Pick("$lt", "$lte")}\": {Bound()}}}",
        6 => $"{{\"{Pick("$eq", "$ne")}\": {Operand()}}}",
        7 => $"{{\"{Pick("$in", "$nin")}\": [{Operand()}, {Pick(Operand(), """{"$regularExpression": {"pattern": "^a", "options": ""}}""")}]}}",
        8 => $"{{\"$exists\": {Pick("true", "false")}}}",
        9 => $"{{\"$type\": {Pick("\"number\"", "\"string\"", "\"array\"", "\"object\"", "1", "10", "16", "-1", "127", "[\"int\", \"null\"]", "[2, \"decimal\"]", "\"date\"", "\"binData\"")}}}",
        10 when depth < 3 => $"{{\"$elemMatch\": {(_random.Next(2) == 0 ? Filter(depth + 1) : OperatorsOnly())}}}",
        11 => $"{{\"$not\": {OperatorsOnly()}}}",
        12 => $"{{\"$all\": [{string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => Operand()))}]}}",
        13 => $"{{\"$size\": {_random.Next(4)}}}",
        // Before MongoDB 5.1 NaN and the infinities had remainders: none of these.
        14 => $"{{\"$mod\": [{Pick("3", "-3", "3.9")}, {Pick("2", "2.5")}]}}",
        _ => $"{{\"$regex\": \"{Pick("a", "^a", "b$", "A", "^$")}\", \"$options\": \"{Pick("", "i")}\"}}",
    };

    private string OperatorsOnly() => _random.Next(3) switch
    {
        0 => $"{{\"{Pick("$gt", "$gte", "$lt", "$lte", "$eq", "$ne")}\": {Bound()}}}",
        1 => $"{{\"{Pick("$gt", "$gte")}\": {Bound()}, \"$lt\": {Bound()}}}",
        _ => $"{{\"$in\": [{Operand()}, {Operand()}]}}",
    };

    private string Operand() => Value(2);

    // Before MongoDB 4.4 everything was beyond MinKey and MaxKey, in either direction.
    private string Bound() => Operand() is var operand && operand.StartsWith("{\"$m", StringComparison.Ordinal) ? "1" : operand;

    private string Value(int depth) => (depth < 4 ? _random.Next(10) : 9) switch
    {
        < 2 => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1)))}]",
        < 4 => $"{{{string.Join(", ", Fields(depth + 1))}}}",
        _ => Pick(s_scalars),
    };

    private IEnumerable<string> Fields(int depth) =>
        new[] { "a", "b", "c" }.Where(_ => _random.Next(3) > 0).OrderBy(_ => _random.Next()).Select(name => $"\"{name}\": {Value(depth)}");

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
