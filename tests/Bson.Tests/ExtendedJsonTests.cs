namespace OwnedData.Bson.Tests;

public sealed class ExtendedJsonTests
{
    /// <summary>Bytes, canonical and relaxed text, one line a type.</summary>
    public static TheoryData<string, string, string> Types => new()
    {
        { "0500000000", "{}", "{}" },
        { "10000000016100000000000000F03F00", """{"a": {"$numberDouble": "1.0"}}""", """{"a": 1.0}""" },
        { "10000000016100000000000000008000", """{"a": {"$numberDouble": "-0.0"}}""", """{"a": -0.0}""" },
        { "100000000161002A1BF5F41022B14300", """{"a": {"$numberDouble": "1.2345678921232E+18"}}""", """{"a": 1.2345678921232E+18}""" },
        { "10000000016100000000000000F87F00", """{"a": {"$numberDouble": "NaN"}}""", """{"a": {"$numberDouble": "NaN"}}""" },
        { "10000000016100000000000000F0FF00", """{"a": {"$numberDouble": "-Infinity"}}""", """{"a": {"$numberDouble": "-Infinity"}}""" },
        { "0E00000002610002000000620000", """{"a": "b"}""", """{"a": "b"}""" },
        { "13000000026100070000006122005C0A010000", """{"a": "a\"\u0000\\\n\u0001"}""", """{"a": "a\"\u0000\\\n\u0001"}""" },
        { "0D000000036100050000000000", """{"a": {}}""", """{"a": {}}""" },
        { "140000000461000C0000001030000A0000000000", """{"a": [{"$numberInt": "10"}]}""", """{"a": [10]}""" },
        {
            "0F0000000578000200000000FFFF00",
            """{"x": {"$binary": {"base64": "//8=", "subType": "00"}}}""",
            """{"x": {"$binary": {"base64": "//8=", "subType": "00"}}}"""
        },
        {
            "13000000057800060000000202000000FFFF00",
            """{"x": {"$binary": {"base64": "//8=", "subType": "02"}}}""",
            """{"x": {"$binary": {"base64": "//8=", "subType": "02"}}}"""
        },
        { "0800000006610000", """{"a": {"$undefined": true}}""", """{"a": {"$undefined": true}}""" },
        {
            "1400000007610056E1FC72E0C917E9C471416100",
            """{"a": {"$oid": "56e1fc72e0c917e9c4714161"}}""",
            """{"a": {"$oid": "56e1fc72e0c917e9c4714161"}}"""
        },
        { "090000000862000100", """{"b": true}""", """{"b": true}""" },
        {
            "10000000096100C5D8D6CC3B01000000",
            """{"a": {"$date": {"$numberLong": "1356351330501"}}}""",
            """{"a": {"$date": "2012-12-24T12:15:30.501Z"}}"""
        },
        { "10000000096100000000000000000000", """{"a": {"$date": {"$numberLong": "0"}}}""", """{"a": {"$date": "1970-01-01T00:00:00Z"}}""" },
        {
            "10000000096100FFFFFFFFFFFFFFFF00",
            """{"a": {"$date": {"$numberLong": "-1"}}}""",
            """{"a": {"$date": {"$numberLong": "-1"}}}"""
        },
        { "080000000A610000", """{"a": null}""", """{"a": null}""" },
        {
            "0F0000000B610061626300696D0000",
            """{"a": {"$regularExpression": {"pattern": "abc", "options": "im"}}}""",
            """{"a": {"$regularExpression": {"pattern": "abc", "options": "im"}}}"""
        },
        {
            "1A0000000C610002000000620056E1FC72E0C917E9C471416100",
            """{"a": {"$dbPointer": {"$ref": "b", "$id": {"$oid": "56e1fc72e0c917e9c4714161"}}}}""",
            """{"a": {"$dbPointer": {"$ref": "b", "$id": {"$oid": "56e1fc72e0c917e9c4714161"}}}}"""
        },
        { "0E0000000D610002000000620000", """{"a": {"$code": "b"}}""", """{"a": {"$code": "b"}}""" },
        { "0E0000000E610002000000620000", """{"a": {"$symbol": "b"}}""", """{"a": {"$symbol": "b"}}""" },
        {
            "1F0000000F610017000000030000006364000C000000107900010000000000",
            """{"a": {"$code": "cd", "$scope": {"y": {"$numberInt": "1"}}}}""",
            """{"a": {"$code": "cd", "$scope": {"y": 1}}}"""
        },
        { "0C0000001069000000008000", """{"i": {"$numberInt": "-2147483648"}}""", """{"i": -2147483648}""" },
        {
            "100000001161002A00000015CD5B0700",
            """{"a": {"$timestamp": {"t": 123456789, "i": 42}}}""",
            """{"a": {"$timestamp": {"t": 123456789, "i": 42}}}"""
        },
        { "10000000126100FFFFFFFFFFFFFF7F00", """{"a": {"$numberLong": "9223372036854775807"}}""", """{"a": 9223372036854775807}""" },
        {
            "180000001364000100000000000000000000000000403000",
            """{"d": {"$numberDecimal": "1"}}""",
            """{"d": {"$numberDecimal": "1"}}"""
        },
        { "080000007F610000", """{"a": {"$maxKey": 1}}""", """{"a": {"$maxKey": 1}}""" },
        { "08000000FF610000", """{"a": {"$minKey": 1}}""", """{"a": {"$minKey": 1}}""" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_has_its_text_and_comes_back_from_it(string hex, string canonical, string relaxed)
    {
        var bytes = Convert.FromHexString(hex);

        Assert.Equal(canonical, ExtendedJson.Write(bytes, canonical: true));
        Assert.Equal(relaxed, ExtendedJson.Write(bytes, canonical: false));
        Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(ExtendedJson.Parse(canonical).Span));
        BsonValidator.Validate(bytes);
    }

    [Theory]
    [InlineData("""{"a": {"$binary": {"subType": "80", "base64": "AQ=="}}}""", """{"a": {"$binary": {"base64": "AQ==", "subType": "80"}}}""")]
    [InlineData(
        """{"a": {"$regularExpression": {"options": "xi", "pattern": "p"}}}""",
        """{"a": {"$regularExpression": {"pattern": "p", "options": "ix"}}}""")]
    [InlineData("""{"a": {"$timestamp": {"i": 1, "t": 4294967295}}}""", """{"a": {"$timestamp": {"t": 4294967295, "i": 1}}}""")]
    [InlineData("""{"a": {"$scope": {}, "$code": "c"}}""", """{"a": {"$code": "c", "$scope": {}}}""")]
    [InlineData(
        """{"a": {"$uuid": "00112233-4455-6677-8899-aabbccddeeff"}}""",
        """{"a": {"$binary": {"base64": "ABEiM0RVZneImaq7zN3u/w==", "subType": "04"}}}""")]
    [InlineData("""{"a": {"$date": "2012-12-24T13:15:30.5+01:00"}}""", """{"a": {"$date": {"$numberLong": "1356351330500"}}}""")]
    [InlineData("""{"a": {"$date": "0001-01-01T00:00:00Z"}}""", """{"a": {"$date": {"$numberLong": "-62135596800000"}}}""")]
    [InlineData("""{"a": 2147483648}""", """{"a": {"$numberLong": "2147483648"}}""")]
    [InlineData("""{"a": 9223372036854775808}""", """{"a": {"$numberDouble": "9.223372036854776E+18"}}""")]
    [InlineData(
        """{"a": 1e0, "b": -0.0, "c": -0}""",
        """{"a": {"$numberDouble": "1.0"}, "b": {"$numberDouble": "-0.0"}, "c": {"$numberInt": "0"}}""")]
    [InlineData("""{"a": {"\u0024oid": "56e1fc72e0c917e9c4714161"}}""", """{"a": {"$oid": "56e1fc72e0c917e9c4714161"}}""")]
    public void Other_spellings_of_a_value_are_understood(string text, string canonical) =>
        Assert.Equal(canonical, ExtendedJson.Write(ExtendedJson.Parse(text).Span, canonical: true));

    [Theory]
    [InlineData("""{"$and": [{"a": {"$gt": 1}}, {"b": {"$regex": "^x", "$options": "i"}}]}""")]
    [InlineData("""{"a": {"$ref": "other", "$id": {"$oid": "56e1fc72e0c917e9c4714161"}}}""")]
    [InlineData("""{"a": {"$type": "string", "$in": [null, true, ""]}}""")]
    [InlineData("""{"$oid": "only a name at the outermost level"}""")]
    [InlineData("""{"": {"": []}, "a": 1, "a": 2, "ü": "👋"}""")]
    public void Operators_and_plain_names_stay_what_they_are(string text) => Assert.Equal(text, BsonDocument.Parse(text).ToString());

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("[]", "line 1, column 1")]
    [InlineData("{} {}", "line 1, column 4")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": nul\n}", "line 3, column 11")]
    [InlineData("{\n  \"a\\u0000b\": 1}", "line 2, column 3")]
    [InlineData("{\"a\": {\"$oid\": \"56e1\"}}", "line 1, column 16")]
    [InlineData("{\"a\": {\"$oid\": \"56e1fc72e0c917e9c4714161\", \"b\": 1}}", "line 1, column 44")]
    [InlineData("{\"a\": \"\\ud83d\"}", "line 1, column 7")]
    [InlineData("{\"a\": 1e999}", "line 1, column 7")]
    [InlineData("{\"a\": {\"$numberInt\": 1}}", "line 1, column 22")]
    [InlineData("{\"a\": {\"$numberInt\": \"2147483648\"}}", "line 1, column 22")]
    [InlineData("{\"a\": {\"$numberLong\": \" 1\"}}", "line 1, column 23")]
    [InlineData("{\"a\": {\"$numberDouble\": \"infinity\"}}", "line 1, column 25")]
    [InlineData("{\"a\": {\"$numberDecimal\": \"1.\\u0660\"}}", "line 1, column 26")]
    [InlineData("{\"a\": {\"$date\": \"2012-12-24\"}}", "line 1, column 17")]
    [InlineData("{\"a\": {\"$date\": \"2012-12-24T12:15:30.5001Z\"}}", "line 1, column 17")]
    [InlineData("{\"a\": {\"$date\": {\"$numberLong\": \"1\", \"x\": 1}}}", "line 1, column 38")]
    [InlineData("{\"a\": {\"$binary\": {\"base64\": \"!\", \"subType\": \"00\"}}}", "line 1, column 30")]
    [InlineData("{\"a\": {\"$binary\": {\"base64\": \"\", \"subType\": \"100\"}}}", "line 1, column 45")]
    [InlineData("{\"a\": {\"$binary\": {\"base64\": \"\", \"base64\": \"\"}}}", "line 1, column 34")]
    [InlineData("{\"a\": {\"$binary\": {\"base64\": \"\"}}}", "line 1, column 32")]
    [InlineData("{\"a\": {\"$regularExpression\": {\"pattern\": \"\\u0000\", \"options\": \"\"}}}", "line 1, column 42")]
    [InlineData("{\"a\": {\"$timestamp\": {\"t\": -1, \"i\": 0}}}", "line 1, column 28")]
    [InlineData("{\"a\": {\"$minKey\": 2}}", "line 1, column 19")]
    [InlineData("{\"a\": {\"$undefined\": false}}", "line 1, column 22")]
    [InlineData("{\"a\": {\"$scope\": {}}}", "line 1, column 20")]
    [InlineData("{\"a\": {\"$uuid\": \"00112233\"}}", "line 1, column 17")]
    public void A_mistake_is_named_with_its_line_and_column(string text, string place) =>
        Assert.EndsWith($"({place})", Assert.Throws<BsonException>(() => ExtendedJson.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_options_of_a_regular_expression_are_shown_in_order()
    {
        var unordered = Convert.FromHexString("0F0000000B6100616263006D690000");

        Assert.Equal("""{"a": {"$regularExpression": {"pattern": "abc", "options": "im"}}}""", ExtendedJson.Write(unordered, canonical: true));
    }

    [Fact]
    public void Two_hundred_levels_are_written_and_parsed_and_one_more_is_refused()
    {
        var deepest = Nested(200);
        var tooDeep = Nested(201);

        var parsed = ExtendedJson.Parse(deepest);

        Assert.Equal(deepest, ExtendedJson.Write(parsed.Span, canonical: true));
        Assert.Throws<BsonException>(() => ExtendedJson.Parse(tooDeep));
        Assert.Throws<BsonException>(() => ExtendedJson.Parse(Nested(100_000)));
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteDocument("a"u8, parsed);
        writer.WriteEndDocument();
        Assert.Throws<BsonException>(() => writer.ToDocument().ToString());
    }

    [Fact]
    public void Text_that_has_no_UTF_8_is_refused_in_both_directions()
    {
        Assert.Throws<BsonException>(() => ExtendedJson.Parse("{\"a\": \"\ud83d\"}"));
        Assert.Throws<BsonException>(() => ExtendedJson.Write(Convert.FromHexString("0E00000002610002000000FF0000"), canonical: true));
    }

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"a\": ", levels - 1)) + """{"a": {"$date": {"$numberLong": "1"}}}""" + new string('}', levels - 1);
}
