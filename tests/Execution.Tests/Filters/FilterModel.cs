using System.Globalization;
using System.Text.Json;

namespace OwnedData.Execution.Tests.Filters;

/// <summary>
/// A model with a field of each kind that a filter takes, and the values they can have. A value is its place in its pool: pools are in the order of
/// their type, so that the evaluator compares places and shares no code with what it judges.
/// </summary>
internal static class FilterModel
{
    public const string Text = """
        type Item @collection(name: "items") @owned @paging(default: 10, max: 1000) {
          key: Int!
          text: String
          named: String @stored(as: "n") @index
          count: Int @index
          many: Long
          ratio: Float
          money: Decimal
          flag: Boolean
          color: Color
          time: DateTime
          day: LocalDate
          code: UUID
          link: URL
          other: ID
          bytes: ByteArray
          home: Spot
          texts: [String]
          counts: [Int!]
          colors: [Color!]
          spots: [Spot!]
        }
        enum Color { RED GREEN BLUE }
        type Spot { city: String @stored(as: "c") level: Int words: [String!] inner: Inner }
        type Inner { mark: String flag: Boolean }
        """;

    /// <summary>The object types, by name: each field's name, its name in the document and its type (`[X]` for a list).</summary>
    public static Dictionary<string, (string Name, string Stored, string Type)[]> Objects { get; } = new()
    {
        ["Item"] =
        [
            ("text", "text", "String"), ("named", "n", "String"), ("count", "count", "Int"), ("many", "many", "Long"), ("ratio", "ratio", "Float"),
            ("money", "money", "Decimal"), ("flag", "flag", "Boolean"), ("color", "color", "Color"), ("time", "time", "DateTime"), ("day", "day", "LocalDate"),
            ("code", "code", "UUID"), ("link", "link", "URL"), ("other", "other", "ID"), ("bytes", "bytes", "ByteArray"), ("home", "home", "Spot"),
            ("texts", "texts", "[String]"), ("counts", "counts", "[Int]"), ("colors", "colors", "[Color]"), ("spots", "spots", "[Spot]"),
        ],
        ["Spot"] = [("city", "c", "String"), ("level", "level", "Int"), ("words", "words", "[String]"), ("inner", "inner", "Inner")],
        ["Inner"] = [("mark", "mark", "String"), ("flag", "flag", "Boolean")],
    };

    /// <summary>Texts, in ordinal order, with all that a pattern could misread.</summary>
    public static string[] Texts { get; } = ["", "\0", "\n", "$ne", "(a", ".*", "A", "\\", "a", "a\n", "a.c", "a\\b", "aA", "aa", "abc", "ac", "ä", "💡"];

    /// <summary>For each scalar: the value in a request (JSON) and in a document (Extended JSON), in ascending order.</summary>
    public static Dictionary<string, (string Json, string Bson)[]> Pools { get; } = new()
    {
        ["String"] = [.. Texts.Select(text => JsonSerializer.Serialize(text)).Select(json => (json, json))],
        ["Int"] = Same("-2147483648", "-1", "0", "1", "7", "2147483647"),
        ["Long"] = [.. new[] { "-9223372036854775808", "-1", "9007199254740992", "9007199254740993", "9223372036854775807" }.Select(number => (number, $$"""{"$numberLong":"{{number}}"}"""))],
        ["Float"] = [.. new[] { "-1.5", "0.0", "0.1", "1e300" }.Select(number => (number, $$"""{"$numberDouble":"{{number}}"}"""))],
        ["Decimal"] = [.. new[] { "-79228162514264.5", "0.1", "1.10", "1.2", "100000000000000000000.01" }.Select(number => (number, $$"""{"$numberDecimal":"{{number}}"}"""))],
        ["Boolean"] = Same("false", "true"),
        ["Color"] = Same("\"RED\"", "\"GREEN\"", "\"BLUE\""),
        ["DateTime"] = [.. new[] { "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "2025-02-28T12:00:00Z", "2025-02-28T12:00:00.001Z" }.Select(Date)],
        ["LocalDate"] = [.. new[] { "1900-02-28", "1970-01-01", "2024-02-29" }.Select(day => ($"\"{day}\"", Date(day + "T00:00:00Z").Bson))],
        ["UUID"] = [.. new[] { "00000000-0000-4000-8000-000000000001", "10000000-0000-4000-8000-000000000000", "ff000000-0000-4000-8000-000000000000" }.Select(id => ($"\"{id}\"", $$"""{"$uuid":"{{id}}"}"""))],
        ["URL"] = Same("\"http://b.example/\"", "\"https://a.example/\"", "\"https://a.example/x?y#z\""),
        ["ID"] = Same("\"1\"", "\"a\"", "\"b\""),
        ["ByteArray"] = [.. new[] { "", "AQID", "/w==" }.Select(bytes => ($"\"{bytes}\"", $"{{\"$binary\":{{\"base64\":\"{bytes}\",\"subType\":\"00\"}}}}"))],
    };

    private static (string Json, string Bson)[] Same(params string[] values) => [.. values.Select(value => (value, value))];

    private static (string Json, string Bson) Date(string text)
    {
        var milliseconds = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        return ($"\"{text}\"", $"{{\"$date\":{{\"$numberLong\":\"{milliseconds}\"}}}}");
    }
}
