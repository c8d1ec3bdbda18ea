namespace OwnedData.Execution.Tests.Responses;

/// <summary>Every scalar against every BSON type: what is written, or that it is refused without a word of its value.</summary>
public sealed class ScalarWriterTests
{
    private const string Refused = "refused";

    private const string ObjectId = """{"$oid": "65f0a1b2c3d4e5f6a7b8c9d0"}""";
    private const string Uuid = """{"$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3"}""";
    private const string LegacyUuid = """{"$binary": {"base64": "yO2rw/c4TKO2jauSqRR4ow==", "subType": "03"}}""";
    private const string ShortUuid = """{"$binary": {"base64": "yO2rw/c4TKO2jauSqRR4", "subType": "04"}}""";
    private const string Midnight = """{"$date": "2024-02-29T00:00:00Z"}""";

    private static readonly string[] s_allTypes =
    [
        """{"$numberDouble": "1.5"}""", "\"text\"", """{"a": 1}""", "[1]", """{"$binary": {"base64": "AQID", "subType": "00"}}""", ObjectId, "true",
        """{"$date": "2024-03-01T12:30:00.5Z"}""", """{"$regularExpression": {"pattern": "a", "options": "i"}}""", """{"$code": "f"}""", """{"$symbol": "s"}""",
        """{"$code": "f", "$scope": {}}""", "7", """{"$timestamp": {"t": 1, "i": 2}}""", """{"$numberLong": "8"}""", """{"$numberDecimal": "2.50"}""",
        """{"$minKey": 1}""", """{"$maxKey": 1}""", """{"$dbPointer": {"$ref": "a", "$id": {"$oid": "65f0a1b2c3d4e5f6a7b8c9d0"}}}""", Uuid, Midnight,
    ];

    [Theory]
    [InlineData("String", 1)]
    [InlineData("URL", 1)]
    [InlineData("ID", 1, 5, 12, 14, 19)]
    [InlineData("Boolean", 6)]
    [InlineData("Int", 12, 14)]
    [InlineData("Long", 12, 14)]
    [InlineData("Float", 0, 12, 14, 15)]
    [InlineData("Decimal", 0, 12, 14, 15)]
    [InlineData("DateTime", 7, 20)]
    [InlineData("LocalDate", 20)]
    [InlineData("UUID", 19)]
    [InlineData("ByteArray", 4, 19)]
    [InlineData("JSON", 0, 1, 2, 3, 4, 5, 6, 7, 12, 14, 15, 19, 20)]
    [InlineData("NoteStatus")]
    public void A_scalar_takes_these_types_and_refuses_all_others(string scalar, params int[] taken) =>
        Assert.Equal(taken, Enumerable.Range(0, s_allTypes.Length).Where(i => Write(scalar, s_allTypes[i]) != Refused));

    [Theory]
    [InlineData("String", "\"\"", "\"\"")]
    [InlineData("String", "\"a\\\"b\\\\c/d\\ne\\u0000f\\u001f\\u007f äöü ☃ 😀\"", "\"a\\\"b\\\\c/d\\ne\\u0000f\\u001f\u007f äöü ☃ 😀\"")]
    [InlineData("String", "\"<b>&'\"", "\"<b>&'\"")]
    [InlineData("String", "\"\\t\\r\\b\\f\"", "\"\\t\\r\\b\\f\"")]
    [InlineData("URL", "\"https://example.com/a?b=c\"", "\"https://example.com/a?b=c\"")]
    [InlineData("ID", "\"abc\"", "\"abc\"")]
    [InlineData("ID", ObjectId, "\"65f0a1b2c3d4e5f6a7b8c9d0\"")]
    [InlineData("ID", "-5", "\"-5\"")]
    [InlineData("ID", """{"$numberLong": "9223372036854775807"}""", "\"9223372036854775807\"")]
    [InlineData("ID", Uuid, "\"c8edabc3-f738-4ca3-b68d-ab92a91478a3\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Boolean", "false", "false")]
    [InlineData("UUID", Uuid, "\"c8edabc3-f738-4ca3-b68d-ab92a91478a3\"")]
    [InlineData("UUID", LegacyUuid, Refused)]
    [InlineData("UUID", ShortUuid, Refused)]
    [InlineData("UUID", "\"c8edabc3-f738-4ca3-b68d-ab92a91478a3\"", Refused)]
    [InlineData("ByteArray", """{"$binary": {"base64": "AQIDBA==", "subType": "00"}}""", "\"AQIDBA==\"")]
    [InlineData("ByteArray", """{"$binary": {"base64": "", "subType": "80"}}""", "\"\"")]
    [InlineData("ByteArray", """{"$binary": {"base64": "AQID", "subType": "02"}}""", "\"AQID\"")]
    [InlineData("NoteStatus", "\"FINAL\"", "\"FINAL\"")]
    [InlineData("NoteStatus", "\"final\"", Refused)]
    [InlineData("NoteStatus", "\"\"", Refused)]
    [InlineData("NoteStatus", "1", Refused)]
    public void Text_identifiers_and_bytes_are_written_as_stored(string scalar, string value, string expected) =>
        Assert.Equal(expected, Write(scalar, value));

    [Theory]
    [InlineData("""{"$date": "2024-03-01T12:30:00Z"}""", "\"2024-03-01T12:30:00Z\"", Refused)]
    [InlineData("""{"$date": "2024-03-01T12:30:00.070Z"}""", "\"2024-03-01T12:30:00.070Z\"", Refused)]
    [InlineData("""{"$date": "2024-03-01T00:00:00.001Z"}""", "\"2024-03-01T00:00:00.001Z\"", Refused)]
    [InlineData(Midnight, "\"2024-02-29T00:00:00Z\"", "\"2024-02-29\"")]
    [InlineData("""{"$date": {"$numberLong": "-1"}}""", "\"1969-12-31T23:59:59.999Z\"", Refused)]
    [InlineData("""{"$date": {"$numberLong": "-62135596800000"}}""", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01\"")]
    [InlineData("""{"$date": {"$numberLong": "-62135596800001"}}""", Refused, Refused)]
    [InlineData("""{"$date": {"$numberLong": "253402300799999"}}""", "\"9999-12-31T23:59:59.999Z\"", Refused)]
    [InlineData("""{"$date": {"$numberLong": "253402300800000"}}""", Refused, Refused)]
    [InlineData("""{"$date": {"$numberLong": "9223372036854775807"}}""", Refused, Refused)]
    [InlineData("""{"$date": {"$numberLong": "-9223372036854775808"}}""", Refused, Refused)]
    [InlineData("\"2024-03-01\"", Refused, Refused)]
    public void Dates_are_ISO_8601_in_UTC_within_the_years_of_the_calendar(string value, string dateTime, string localDate) =>
        Assert.Equal((dateTime, localDate), (Write("DateTime", value), Write("LocalDate", value)));

    [Theory]
    [InlineData("1", "1", "1", "1", "1")]
    [InlineData("-2147483648", "-2147483648", "-2147483648", "-2147483648", "-2147483648")]
    [InlineData("""{"$numberLong": "2147483647"}""", "2147483647", "2147483647", "2147483647", "2147483647")]
    [InlineData("""{"$numberLong": "2147483648"}""", Refused, "2147483648", "2147483648", "2147483648")]
    [InlineData("""{"$numberLong": "9007199254740992"}""", Refused, "9007199254740992", "9007199254740992", "9007199254740992")]
    [InlineData("""{"$numberLong": "9007199254740993"}""", Refused, "9007199254740993", Refused, "9007199254740993")]
    [InlineData("""{"$numberLong": "9223372036854775807"}""", Refused, "9223372036854775807", Refused, "9223372036854775807")]
    [InlineData("""{"$numberLong": "-9223372036854775808"}""", Refused, "-9223372036854775808", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("""{"$numberDouble": "5"}""", "5", "5", "5", "5")]
    [InlineData("""{"$numberDouble": "-0.0"}""", "0", "0", "-0", "-0")]
    [InlineData("""{"$numberDouble": "0.1"}""", Refused, Refused, "0.1", "0.1")]
    [InlineData("""{"$numberDouble": "1e300"}""", Refused, Refused, "1E+300", "1E+300")]
    [InlineData("""{"$numberDouble": "9223372036854775808"}""", Refused, Refused, "9.223372036854776E+18", "9.223372036854776E+18")]
    [InlineData("""{"$numberDouble": "-9223372036854775808"}""", Refused, "-9223372036854775808", "-9.223372036854776E+18", "-9.223372036854776E+18")]
    [InlineData("""{"$numberDouble": "NaN"}""", Refused, Refused, Refused, Refused)]
    [InlineData("""{"$numberDouble": "Infinity"}""", Refused, Refused, Refused, Refused)]
    [InlineData("""{"$numberDouble": "-Infinity"}""", Refused, Refused, Refused, Refused)]
    [InlineData("""{"$numberDecimal": "12.00"}""", "12", "12", "12.00", "12.00")]
    [InlineData("""{"$numberDecimal": "1E+3"}""", "1000", "1000", "1E+3", "1E+3")]
    [InlineData("""{"$numberDecimal": "0.1"}""", Refused, Refused, "0.1", "0.1")]
    [InlineData("""{"$numberDecimal": "2147483648.0"}""", Refused, "2147483648", "2147483648.0", "2147483648.0")]
    [InlineData("""{"$numberDecimal": "9223372036854775808"}""", Refused, Refused, "9223372036854775808", "9223372036854775808")]
    [InlineData("""{"$numberDecimal": "1.000000000000000000000000000000001"}""", Refused, Refused, Refused, "1.000000000000000000000000000000001")]
    [InlineData("""{"$numberDecimal": "1234567890123456789012345678901234"}""", Refused, Refused, Refused, "1234567890123456789012345678901234")]
    [InlineData("""{"$numberDecimal": "1E-6176"}""", Refused, Refused, Refused, "1E-6176")]
    [InlineData("""{"$numberDecimal": "9E+6144"}""", Refused, Refused, Refused, "9.000000000000000000000000000000000E+6144")]
    [InlineData("""{"$numberDecimal": "NaN"}""", Refused, Refused, Refused, Refused)]
    [InlineData("""{"$numberDecimal": "-Infinity"}""", Refused, Refused, Refused, Refused)]
    [InlineData("\"1\"", Refused, Refused, Refused, Refused)]
    [InlineData("true", Refused, Refused, Refused, Refused)]
    public void Numbers_of_any_type_are_taken_where_nothing_is_lost(string value, string asInt, string asLong, string asFloat, string asDecimal) =>
        Assert.Equal((asInt, asLong, asFloat, asDecimal), (Write("Int", value), Write("Long", value), Write("Float", value), Write("Decimal", value)));

    [Theory]
    [InlineData("""{"a": null, "b": [1, "x\n", {"c": []}], "": {}, "q\"": true}""", """{"a":null,"b":[1,"x\n",{"c":[]}],"":{},"q\"":true}""")]
    [InlineData(ObjectId, "\"65f0a1b2c3d4e5f6a7b8c9d0\"")]
    [InlineData(Uuid, "\"c8edabc3-f738-4ca3-b68d-ab92a91478a3\"")]
    [InlineData(LegacyUuid, "\"yO2rw/c4TKO2jauSqRR4ow==\"")]
    [InlineData("""[{"$date": "2024-03-01T12:30:00.5Z"}, {"$numberDecimal": "2.50"}, {"$numberLong": "9007199254740993"}]""", """["2024-03-01T12:30:00.500Z",2.50,9007199254740993]""")]
    [InlineData("""{"a": [{"$undefined": true}]}""", """{"a":[null]}""")]
    [InlineData("""{"a": {"$numberDouble": "NaN"}}""", Refused)]
    [InlineData("""[1, {"a": {"$minKey": 1}}]""", Refused)]
    [InlineData("""{"a": {"$date": {"$numberLong": "9223372036854775807"}}}""", Refused)]
    public void JSON_is_plain_and_whole_or_refused(string value, string expected) => Assert.Equal(expected, Write("JSON", value));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void JSON_is_written_to_a_depth_of_100(int depth, bool isWritten)
    {
        var json = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

        Assert.Equal(isWritten ? json : Refused, Write("JSON", json));
    }

    [Theory]
    [InlineData("String")]
    [InlineData("ID")]
    [InlineData("URL")]
    [InlineData("JSON")]
    [InlineData("NoteStatus")]
    public void Text_that_is_not_UTF8_is_refused(string scalar)
    {
        byte[] document = [16, 0, 0, 0, 2, (byte)'x', 0, 4, 0, 0, 0, (byte)'a', 0xC3, 0x28, 0, 0];

        var rendering = Rendering.Of(new Bson.BsonDocument(document), Shapes.Object("Note", ("x", scalar)));

        Assert.Equal(new Rendering("""{"x":null}""", $"notes/7/x: Note.x of a document is not a valid {scalar}."), rendering);
    }

    [Fact]
    public void A_name_that_is_not_UTF8_makes_JSON_invalid()
    {
        byte[] document = [17, 0, 0, 0, 3, (byte)'x', 0, 9, 0, 0, 0, 10, 0xFF, (byte)'a', 0, 0, 0];

        Assert.Equal("""{"x":null}""", Rendering.Of(new Bson.BsonDocument(document), Shapes.Object("Note", ("x", "JSON"))).Json);
    }

    // Asserts on the way that a refused value is null with one error, and a written one is without.
    private static string Write(string scalar, string value)
    {
        var rendering = Rendering.Of($$"""{ "x": {{value}} }""", Shapes.Object("Note", ("x", scalar)));
        if (rendering.Errors.Length > 0)
        {
            Assert.Equal(new Rendering("""{"x":null}""", $"notes/7/x: Note.x of a document is not a valid {scalar}."), rendering);
            return Refused;
        }

        return rendering.Json![5..^1];
    }
}
