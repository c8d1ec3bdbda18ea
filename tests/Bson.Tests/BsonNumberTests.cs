namespace OwnedData.Bson.Tests;

public sealed class BsonNumberTests
{
    // Each line holds equal numbers, each lower than the next line's. In canonical Extended JSON where the type is not the plain text's.
    private static readonly string[][] s_ascending =
    [
        ["""{"$numberDouble": "NaN"}""", """{"$numberDecimal": "NaN"}"""],
        ["""{"$numberDouble": "-Infinity"}""", """{"$numberDecimal": "-Infinity"}"""],
        ["""{"$numberDecimal": "-9.999999999999999999999999999999999E+6144"}"""],
        ["-1.7976931348623157E+308"],
        ["""{"$numberDecimal": "-9223372036854775809"}"""],
        ["-9223372036854775808", "-9223372036854775808.0", """{"$numberDecimal": "-9223372036854775808"}"""],
        ["-9223372036854775807", """{"$numberDecimal": "-9223372036854775807.0"}"""],
        ["-1", "-1.0", """{"$numberLong": "-1"}""", """{"$numberDecimal": "-1.000"}"""],
        ["-4.9E-324"],
        ["""{"$numberDecimal": "-1E-6176"}"""],
        ["0", "0.0", "-0.0", """{"$numberLong": "0"}""", """{"$numberDecimal": "-0E-10"}""", """{"$numberDecimal": "0E+6111"}"""],
        ["""{"$numberDecimal": "1E-6176"}"""],
        ["""{"$numberDecimal": "4.940656458412465441765687928682213E-324"}"""],
        ["4.9E-324"],
        ["""{"$numberDecimal": "4.940656458412465441765687928682214E-324"}"""],
        ["""{"$numberDecimal": "0.1"}""", """{"$numberDecimal": "0.10"}"""],
        ["0.1"],
        ["""{"$numberDecimal": "0.1000000000000000055511151231257828"}"""],
        ["0.5", """{"$numberDecimal": "0.5"}""", """{"$numberDecimal": "0.500000"}"""],
        ["1", "1.0", """{"$numberDecimal": "1"}""", """{"$numberDecimal": "1.0"}"""],
        ["1.5"],
        ["9007199254740992", "9007199254740992.0", """{"$numberDecimal": "9007199254740992"}"""],
        ["9007199254740993", """{"$numberDecimal": "9007199254740993.00"}"""],
        ["9007199254740994", "9007199254740994.0"],
        ["9223372036854774784", "9223372036854774784.0"],
        ["9223372036854775807", """{"$numberDecimal": "9223372036854775807"}"""],
        ["9223372036854775808.0", """{"$numberDecimal": "9223372036854775808"}"""],
        ["1E+22", """{"$numberDecimal": "1E+22"}""", """{"$numberDecimal": "1.0000E+22"}"""],
        ["""{"$numberDecimal": "1E+23"}"""],
        ["1.0000000000000001E+23"],
        ["""{"$numberDecimal": "1.797693134862315708145274237317043E+308"}"""],
        ["1.7976931348623157E+308"],
        ["""{"$numberDecimal": "1.797693134862315708145274237317044E+308"}"""],
        ["""{"$numberDecimal": "1E+310"}"""],
        ["""{"$numberDecimal": "9.999999999999999999999999999999999E+6144"}"""],
        ["""{"$numberDouble": "Infinity"}""", """{"$numberDecimal": "Infinity"}"""],
    ];

    [Fact]
    public void All_pairs_of_all_types_are_in_their_exact_order()
    {
        for (var left = 0; left < s_ascending.Length; left++)
        {
            for (var right = 0; right < s_ascending.Length; right++)
            {
                foreach (var (a, b) in Pairs(s_ascending[left], s_ascending[right]))
                {
                    Assert.True(left.CompareTo(right) == Math.Sign(Compare(a, b)), $"{a} against {b} gave {Compare(a, b)}");
                }
            }
        }
    }

    [Fact]
    public void What_is_no_number_is_refused()
    {
        Assert.Throws<BsonException>(() => Compare("1", "\"1\""));
        Assert.Throws<BsonException>(() => Compare("null", "1"));
        Assert.Throws<BsonException>(() => Compare("true", "1.5"));
    }

    private static IEnumerable<(string Left, string Right)> Pairs(string[] lefts, string[] rights) =>
        lefts.SelectMany(left => rights.Select(right => (left, right)));

    private static int Compare(string left, string right)
    {
        var document = BsonDocument.Parse($$"""{"l": {{left}}, "r": {{right}}}""");
        Assert.True(document.TryGetValue("l"u8, out var leftValue));
        Assert.True(document.TryGetValue("r"u8, out var rightValue));
        return BsonNumber.Compare(leftValue, rightValue);
    }
}
