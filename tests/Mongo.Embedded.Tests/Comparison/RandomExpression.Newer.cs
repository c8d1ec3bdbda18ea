namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>What came after MongoDB 3.6.</summary>
internal sealed partial class RandomExpression
{
    internal string Newer(int depth) => _random.Next(16) switch
    {
        0 => $"{{\"${Pick("toString", "toInt", "toLong", "toDouble", "toDecimal", "toBool", "toDate", "toObjectId")}\": {Convertible(depth)}}}",
        1 => $"{{\"$convert\": {{\"input\": {Convertible(depth)}, \"to\": {Target()}{Pick("", ", \"onError\": \"$k.1\"")}{Pick("", ", \"onNull\": \"$k.2\"")}}}}}",
        2 => $"{{\"${Pick("trim", "ltrim", "rtrim")}\": {{\"input\": {Textual(depth)}{Pick("", $", \"chars\": {Textual(depth)}")}}}}}",
        3 or 4 => $"{{\"${Pick("regexMatch", "regexFind", "regexFindAll")}\": {{\"input\": {Textual(depth)}, \"regex\": \"{Pick("a", "^", "(a)|(b)", "[a-c]*", "h.", "(l+)o", "^ +", "x *$")}\"{Pick("", ", \"options\": \"i\"", ", \"options\": \"ms\"")}}}}}",
        5 => $"{{\"${Pick("replaceOne", "replaceAll")}\": {{\"input\": {Textual(depth)}, \"find\": {Textual(depth)}, \"replacement\": {Textual(depth)}}}}}",
        6 or 7 => $"{{\"${Pick("dateAdd", "dateSubtract")}\": {{\"startDate\": {Instant(depth)}, \"unit\": {Unit()}, \"amount\": {Quoted(Pick("$k.1", "$k.10", "$k.m4", "$n"))}{Zone()}}}}}",
        8 => $"{{\"$dateDiff\": {{\"startDate\": {Instant(depth)}, \"endDate\": {Instant(depth)}, \"unit\": {Unit()}{Zone()}{WeekStart()}}}}}",
        9 => $"{{\"$dateTrunc\": {{\"date\": {Instant(depth)}, \"unit\": {Unit()}{Pick("", ", \"binSize\": \"$k.2\"", ", \"binSize\": \"$k.10\"")}{Zone()}{WeekStart()}}}}}",
        10 => $"{{\"${Pick("round", "trunc")}\": [{Numeric(depth)}{Pick("", $", {Quoted(Small())}")}]}}",
        11 => $"{{\"$getField\": {{\"field\": {Name()}, \"input\": {Mistaken(depth - 1, _ => "\"$o\"")}}}}}",
        12 => Pick(
            $"{{\"$setField\": {{\"field\": {Name()}, \"input\": {Mistaken(depth - 1, _ => "\"$o\"")}, \"value\": {Pick(Expression(depth - 1), "\"$$REMOVE\"")}}}}}",
            $"{{\"$unsetField\": {{\"field\": {Name()}, \"input\": {Mistaken(depth - 1, _ => "\"$o\"")}}}}}"),
        13 => $"{{\"$sortArray\": {{\"input\": {Listed(depth)}, \"sortBy\": {Pick("1", "-1", """{"a": 1}""", """{"b": -1, "a": 1}""")}}}}}",
        14 => $"{{\"$isNumber\": {Expression(depth - 1)}}}",
        _ => $"{{\"${Pick("first", "last")}\": {Listed(depth)}}}",
    };

    private string Convertible(int depth) => Pick(Expression(depth - 1), "\"$n\"", "\"$s\"", "\"$d\"", "\"$b\"", "\"$x\"", Written());

    // Of texts that numbers, dates and ids are read from; behind a field, so that it is no constant.
    private string Written() => $"{{\"$concat\": [\"$k.empty\", \"{Pick(
        "12", "-7", "+3", "1.5", "1e3", " 1", "1 ", "0x1F", "2147483648", "9223372036854775808", "NaN", "-Infinity", "inf", "true", ".5", "5.", "1e400", "1e-7000",
        "507f1f77bcf86cd799439011", "507F1F77BCF86CD799439011", "507f1f77bcf86cd79943901", "2018-03-03", "2018-03-03T10:11:12Z", "2018-03-03T10:11:12.345+0530", "2018-03-03 10:11:12",
        "2018-02-30", "2018-13-01")}\"]}}";

    private string Target() => Pick(
        "\"string\"", "\"int\"", "\"long\"", "\"double\"", "\"decimal\"", "\"bool\"", "\"date\"", "\"objectId\"", "1", "2", "7", "8", "9", "16", "18", "19", "\"$k.null\"", "\"$k.2\"");

    private string Instant(int depth) => Mistaken(depth - 1, _ => Pick(
        "\"$d\"", "\"$d\"", """{"$add": ["$k.0", {"$date": "2024-02-29T23:45:30.500Z"}]}""", """{"$add": ["$k.0", {"$date": "2021-03-14T06:59:59.999Z"}]}""", """{"$add": ["$k.0", {"$date": "2010-11-07T05:30:00Z"}]}"""));

    private string Unit() => Quoted(Pick("year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond"));

    private string Zone() => Pick("", "", ", \"timezone\": \"America/New_York\"", ", \"timezone\": \"+05:30\"", ", \"timezone\": \"Europe/Berlin\"", ", \"timezone\": \"$k.null\"");

    private string WeekStart() => Pick("", "", ", \"startOfWeek\": \"monday\"", ", \"startOfWeek\": \"Sat\"");

    private string Name() => Pick("\"a\"", "\"b\"", "\"a.b\"", """{"$literal": "$a"}""", "\"z\"");
}
