namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>
/// Seeded random documents and expressions as Extended JSON. Each operator mostly gets arguments of the types it takes, and now and then others. Nothing in an
/// expression is constant, because a MongoDB evaluates that before it reads a document, and refuses it though no document needs it.
/// </summary>
internal sealed partial class RandomExpression(int seed)
{
    private const int Surprise = 12;

    private static readonly string[] s_numbers =
    [
        "0", "1", "2", "-3", "7", "2147483647", "1.5", "-2.5", "0.1", """{"$numberLong": "3"}""", """{"$numberLong": "9223372036854775807"}""", """{"$numberDouble": "2.0"}""",
        """{"$numberDecimal": "1.0"}""", """{"$numberDecimal": "2.50"}""", """{"$numberDecimal": "-7"}""", """{"$numberDouble": "NaN"}""",
    ];

    private static readonly string[] s_texts = ["\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"aBc,a\"", "\"h\u00e9llo\"", "\"  x \"", "\"12\"", "\"\U0001F600a\""];
    private static readonly string[] s_dates = ["0", "1462518489123", "951782400000", "-1", "-86400001", "4102444800000"];
    private static readonly string[] s_others = ["null", "true", "false", """{"$oid": "507f1f77bcf86cd799439011"}""", """{"$binary": {"base64": "AQ==", "subType": "00"}}"""];

    private readonly Random _random = new(seed);
    private readonly List<string> _variables = [];

    internal int Next(int maximum) => _random.Next(maximum);

    /// <summary>A document with this `_id` and fields whose names tell their types, each of which may be another's or missing.</summary>
    internal string Document(int id)
    {
        var fields = new List<string> { $"\"_id\": {id}, \"k\": {{\"m1\": -1, \"0\": 0, \"1\": 1, \"2\": 2, \"3\": 3, \"10\": 10, \"m4\": -4, \"empty\": \"\", \"true\": true, \"null\": null}}" };
        foreach (var (name, value) in new (string, Func<string>)[]
        {
            ("n", Number), ("m", Number), ("s", Text), ("t", Text), ("d", Date), ("a", () => List(Number)), ("l", () => List(Any)),
            ("o", Object), ("p", () => List(Object)), ("x", Any), ("b", () => Pick("true", "false")),
        })
        {
            if (_random.Next(8) > 0)
            {
                fields.Add($"\"{name}\": {(_random.Next(Surprise) == 0 ? Any() : value())}");
            }
        }

        return $"{{{string.Join(", ", fields)}}}";
    }

    internal string Expression(int depth) => _random.Next(5) switch
    {
        0 => OfNumber(depth),
        1 => OfText(depth),
        2 => OfArray(depth),
        3 => OfBoolean(depth),
        _ => OfAny(depth),
    };

    internal string Pick(params ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];

    private string Number() => Pick(s_numbers);

    private string Text() => Pick(s_texts);

    private string Date() => $"{{\"$date\": {{\"$numberLong\": \"{Pick(s_dates)}\"}}}}";

    private string List(Func<string> element) => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => element()))}]";

    private string Object() => $"{{{string.Join(", ", new[] { "a", "b", "c" }.Where(_ => _random.Next(3) > 0).Select(name => $"\"{name}\": {Pick(Number(), Text(), "null", List(Number))}"))}}}";

    private string Any() => _random.Next(6) switch
    {
        0 => Number(),
        1 => Text(),
        2 => Date(),
        3 => List(Number),
        4 => Object(),
        _ => Pick(s_others),
    };

    private string Mistaken(int depth, Func<int, string> wanted) => _random.Next(Surprise) == 0 ? OfAny(depth) : wanted(depth);

    private string Numeric(int depth) => Mistaken(depth - 1, OfNumber);

    private string Textual(int depth) => Mistaken(depth - 1, OfText);

    private string Listed(int depth) => Mistaken(depth - 1, OfArray);

    private string Small() => Pick("$k.0", "$k.1", "$k.2", "$k.m1", "$k.3", "$n");

    private static string Quoted(string text) => $"\"{text}\"";

    private string OfNumber(int depth) => depth <= 0 ? Pick("\"$n\"", "\"$m\"", "\"$o.a\"", "\"$k.2\"") : _random.Next(16) switch
    {
        0 or 1 => $"{{\"${Pick("add", "multiply")}\": [{Numeric(depth)}, {Numeric(depth)}{Pick("", ", \"$n\"")}]}}",
        2 or 3 => $"{{\"${Pick("subtract", "divide", "mod")}\": [{Numeric(depth)}, {Numeric(depth)}]}}",
        4 => $"{{\"${Pick("abs", "ceil", "floor", "trunc", "exp", "ln", "log10")}\": {Numeric(depth)}}}",
        5 => $"{{\"$pow\": [{Numeric(depth)}, {Quoted(Small())}]}}",
        6 => $"{{\"${Pick("round", "trunc")}\": [{Numeric(depth)}, {Quoted(Small())}]}}",
        7 => $"{{\"$size\": {Listed(depth)}}}",
        8 => $"{{\"${Pick("strLenCP", "strLenBytes")}\": {Textual(depth)}}}",
        9 => $"{{\"${Pick("indexOfCP", "indexOfBytes")}\": [{Textual(depth)}, {Textual(depth)}{Pick("", $", {Quoted(Small())}", ", 1, 3")}]}}",
        10 => $"{{\"$indexOfArray\": [{Listed(depth)}, {Expression(depth - 1)}{Pick("", $", {Quoted(Small())}", ", 1, 3")}]}}",
        11 => $"{{\"${Pick("year", "month", "dayOfMonth", "hour", "minute", "second", "millisecond", "dayOfWeek", "dayOfYear", "week", "isoWeek", "isoWeekYear", "isoDayOfWeek")}\": {Moment(depth)}}}",
        12 => $"{{\"${Pick("sum", "avg", "min", "max", "stdDevPop", "stdDevSamp")}\": {Pick($"[{Numeric(depth)}, {Numeric(depth)}]", Listed(depth))}}}",
        13 => $"{{\"${Pick("cmp", "strcasecmp")}\": [{Expression(depth - 1)}, {Expression(depth - 1)}]}}",
        14 => $"{{\"$reduce\": {{\"input\": {Listed(depth)}, \"initialValue\": {Numeric(depth)}, \"in\": {{\"$add\": [\"$$value\", \"$$this\"]}}}}}}",
        _ => $"{{\"${Pick("toInt", "toLong", "toDouble", "toDecimal")}\": {Expression(depth - 1)}}}",
    };

    private string Moment(int depth) => _random.Next(5) switch
    {
        0 => $"{{\"date\": \"$d\", \"timezone\": {Pick("\"UTC\"", "\"+05:30\"", "\"America/New_York\"", "\"-0800\"", "\"Europe/Berlin\"", "\"nope\"", "null")}}}",
        1 => $"{{\"$add\": [\"$d\", {Numeric(depth)}]}}",
        2 => $"{{\"$dateAdd\": {{\"startDate\": \"$d\", \"unit\": \"{Pick("year", "month", "week", "day", "hour", "quarter")}\", \"amount\": {Pick("1", "-13", "100")}}}}}",
        _ => Mistaken(depth - 1, _ => "\"$d\""),
    };

    private string OfText(int depth) => depth <= 0 ? Pick("\"$s\"", "\"$t\"", "\"$k.empty\"") : _random.Next(13) switch
    {
        0 => $"{{\"$concat\": [{Textual(depth)}, {Textual(depth)}]}}",
        1 => $"{{\"${Pick("toLower", "toUpper")}\": {Textual(depth)}}}",
        2 => Pick($"{{\"$substrCP\": [{Textual(depth)}, {Quoted(Small())}, {Quoted(Small())}]}}", $"{{\"$substrBytes\": [{Textual(depth)}, {Quoted(Pick("$k.0", "$k.1", "$k.2"))}, {Quoted(Small())}]}}"),
        3 => $"{{\"${Pick("trim", "ltrim", "rtrim")}\": {{\"input\": {Textual(depth)}{Pick("", $", \"chars\": {Textual(depth)}")}}}}}",
        4 => $"{{\"${Pick("replaceOne", "replaceAll")}\": {{\"input\": {Textual(depth)}, \"find\": {Textual(depth)}, \"replacement\": {Textual(depth)}}}}}",
        5 => $"{{\"$dateToString\": {{\"format\": \"{Pick("%Y-%m-%d", "%H:%M:%S.%L", "%j %u %w %U %V %G", "%z %Z %%")}\", \"date\": {Mistaken(depth - 1, _ => "\"$d\"")}{Pick("", ", \"timezone\": \"America/New_York\"")}}}}}",
        6 => $"{{\"$type\": {Expression(depth - 1)}}}",
        7 => $"{{\"$arrayElemAt\": [{{\"$split\": [{Textual(depth)}, {Pick("\"a\"", "\",\"", "\"\"")}]}}, {Quoted(Small())}]}}",
        8 => $"{{\"$toString\": {Expression(depth - 1)}}}",
        9 => $"{{\"$reduce\": {{\"input\": {Listed(depth)}, \"initialValue\": \"$k.empty\", \"in\": {{\"$concat\": [\"$$value\", {{\"$toLower\": \"$$this\"}}]}}}}}}",
        _ => OfAny(depth),
    };

    private string OfArray(int depth) => depth <= 0 ? Pick("\"$a\"", "\"$l\"", "\"$p\"", "\"$p.a\"", "\"$p.b\"", "[\"$k.1\", \"$m\", \"$n\"]") : _random.Next(15) switch
    {
        0 => $"{{\"$concatArrays\": [{Listed(depth)}, {Listed(depth)}]}}",
        1 => $"{{\"$slice\": [{Listed(depth)}, {Quoted(Small())}{Pick("", ", 1", ", 2")}]}}",
        2 => $"{{\"$reverseArray\": {Listed(depth)}}}",
        // Of small numbers only: an old server makes any range, until it runs out of memory.
        3 => $"{{\"$range\": [{Quoted(Pick("$k.0", "$k.1", "$k.m1"))}, {Quoted(Pick("$k.3", "$k.m4", "$k.10"))}{Pick("", ", \"$k.2\"", ", \"$k.m1\"")}]}}",
        4 => Bound($"{{\"$map\": {{\"input\": {Listed(depth)}, \"as\": \"v\", \"in\": @}}}}", () => Expression(depth - 1)),
        5 => Bound($"{{\"$filter\": {{\"input\": {Listed(depth)}, \"as\": \"v\", \"cond\": @}}}}", () => OfBoolean(depth - 1)),
        6 => $"{{\"$setDifference\": [{Listed(depth)}, {Listed(depth)}]}}",
        7 => $"{{\"${Pick("setUnion", "setIntersection")}\": [{Listed(depth)}, {Listed(depth)}]}}",
        8 => $"{{\"$zip\": {{\"inputs\": [{Listed(depth)}, {Listed(depth)}]{Pick("", ", \"useLongestLength\": true", ", \"useLongestLength\": true, \"defaults\": [0, 1]")}}}}}",
        9 => $"{{\"$objectToArray\": {Mistaken(depth - 1, _ => "\"$o\"")}}}",
        10 => $"{{\"$split\": [{Textual(depth)}, {Pick("\"a\"", "\",\"", "\"b\"")}]}}",
        11 => $"{{\"$sortArray\": {{\"input\": {Listed(depth)}, \"sortBy\": {Pick("1", "-1", """{"a": 1}""", """{"b": -1, "a": 1}""")}}}}}",
        12 => $"[{Expression(depth - 1)}, {Expression(depth - 1)}]",
        _ => OfAny(depth),
    };

    private string OfBoolean(int depth) => depth <= 0 ? Pick("\"$b\"", "\"$k.true\"", "\"$n\"") : _random.Next(9) switch
    {
        0 or 1 or 2 => $"{{\"${Pick("eq", "ne", "gt", "gte", "lt", "lte")}\": [{Expression(depth - 1)}, {Expression(depth - 1)}]}}",
        3 => $"{{\"${Pick("and", "or")}\": [{OfBoolean(depth - 1)}, {Expression(depth - 1)}]}}",
        4 => $"{{\"$not\": [{Expression(depth - 1)}]}}",
        5 => $"{{\"$in\": [{Expression(depth - 1)}, {Listed(depth)}]}}",
        6 => $"{{\"${Pick("setIsSubset", "setEquals")}\": [{Listed(depth)}, {Listed(depth)}]}}",
        7 => $"{{\"${Pick("allElementsTrue", "anyElementTrue", "isArray", "toBool", "isNumber")}\": [{Listed(depth)}]}}",
        _ => OfAny(depth),
    };

    private string OfAny(int depth) => depth <= 0 ? Pick(["\"$x\"", "\"$nope\"", "\"$o\"", "\"$o.b\"", "\"$x.a\"", "\"$$ROOT.s\"", "\"$k.null\"", .. _variables]) : _random.Next(10) switch
    {
        0 => $"{{\"$cond\": [{OfBoolean(depth - 1)}, {Expression(depth - 1)}, {Expression(depth - 1)}]}}",
        1 => $"{{\"$ifNull\": [{Expression(depth - 1)}, {Expression(depth - 1)}]}}",
        2 => $"{{\"$switch\": {{\"branches\": [{{\"case\": {OfBoolean(depth - 1)}, \"then\": {Expression(depth - 1)}}}]{Pick("", ", \"default\": \"$x\"")}}}}}",
        3 => $"{{\"$arrayElemAt\": [{Listed(depth)}, {Quoted(Small())}]}}",
        4 => $"{{\"$mergeObjects\": [{Mistaken(depth - 1, _ => "\"$o\"")}, {{\"z\": {Expression(depth - 1)}}}]}}",
        5 => $"{{\"$arrayToObject\": {{\"$objectToArray\": {Mistaken(depth - 1, _ => "\"$o\"")}}}}}",
        6 => Bound($"{{\"$let\": {{\"vars\": {{\"v\": {Expression(depth - 1)}}}, \"in\": @}}}}", () => Expression(depth - 1)),
        7 => $"{{\"k\": {Expression(depth - 1)}, \"j\": {Expression(depth - 1)}}}",
        8 => $"{{\"${Pick("first", "last")}\": {Listed(depth)}}}",
        _ => $"{{\"$getField\": {{\"field\": \"a\", \"input\": {Mistaken(depth - 1, _ => "\"$o\"")}}}}}",
    };

    // What stands at @ may name the variable.
    private string Bound(string expression, Func<string> body)
    {
        _variables.Add("\"$$v\"");
        _variables.Add("\"$$v.a\"");
        var inside = body();
        _variables.RemoveRange(_variables.Count - 2, 2);
        return expression.Replace("@", inside, StringComparison.Ordinal);
    }
}
