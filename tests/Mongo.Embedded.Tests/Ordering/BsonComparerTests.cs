using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Tests.Ordering;

public sealed class BsonComparerTests
{
    /// <summary>Strictly ascending: every value is below all that follow it.</summary>
    private static readonly string[] s_ascending =
    [
        """{"v": {"$minKey": 1}}""",
        """{"v": {"$undefined": true}}""",
        """{"v": null}""",
        """{"v": {"$numberDouble": "NaN"}}""",
        """{"v": {"$numberDouble": "-Infinity"}}""",
        """{"v": {"$numberLong": "-9223372036854775808"}}""",
        """{"v": -1}""",
        """{"v": {"$numberDouble": "-0.0"}}""",
        """{"v": {"$numberDecimal": "1E-6176"}}""",
        """{"v": {"$numberDouble": "5E-324"}}""",
        """{"v": 1}""",
        """{"v": {"$numberDecimal": "1.1"}}""",
        """{"v": {"$numberDouble": "1.1"}}""",
        """{"v": {"$numberLong": "9007199254740992"}}""",
        """{"v": {"$numberLong": "9007199254740993"}}""",
        """{"v": {"$numberDouble": "9007199254740994"}}""",
        """{"v": {"$numberLong": "9223372036854775807"}}""",
        """{"v": {"$numberDouble": "9223372036854775808"}}""",
        """{"v": {"$numberDouble": "Infinity"}}""",
        """{"v": ""}""",
        """{"v": "A"}""",
        """{"v": "A\u0000"}""",
        """{"v": "AB"}""",
        """{"v": "a"}""",
        """{"v": "é"}""",
        """{"v": {}}""",
        """{"v": {"b": 1}}""",
        """{"v": {"b": 1, "a": 1}}""",
        """{"v": {"b": 2}}""",
        """{"v": {"a": "x"}}""",
        """{"v": {"b": "a"}}""",
        """{"v": []}""",
        """{"v": [null]}""",
        """{"v": [1]}""",
        """{"v": [1, 1]}""",
        """{"v": [2]}""",
        """{"v": [[]]}""",
        """{"v": {"$binary": {"base64": "", "subType": "80"}}}""",
        """{"v": {"$binary": {"base64": "/w==", "subType": "00"}}}""",
        """{"v": {"$binary": {"base64": "AA==", "subType": "05"}}}""",
        """{"v": {"$binary": {"base64": "AAA=", "subType": "00"}}}""",
        """{"v": {"$oid": "000000000000000000000001"}}""",
        """{"v": {"$oid": "ff0000000000000000000000"}}""",
        """{"v": false}""",
        """{"v": true}""",
        """{"v": {"$date": {"$numberLong": "-1"}}}""",
        """{"v": {"$date": {"$numberLong": "0"}}}""",
        """{"v": {"$timestamp": {"t": 1, "i": 2}}}""",
        """{"v": {"$timestamp": {"t": 4294967295, "i": 1}}}""",
        """{"v": {"$regularExpression": {"pattern": "a", "options": ""}}}""",
        """{"v": {"$regularExpression": {"pattern": "a", "options": "i"}}}""",
        """{"v": {"$regularExpression": {"pattern": "ab", "options": ""}}}""",
        """{"v": {"$code": "f"}}""",
        """{"v": {"$code": "f", "$scope": {}}}""",
        """{"v": {"$code": "f", "$scope": {"a": 1}}}""",
        """{"v": {"$code": "g", "$scope": {}}}""",
        """{"v": {"$maxKey": 1}}""",
    ];

    [Fact]
    public void Values_of_all_types_stand_in_MongoDBs_order()
    {
        for (var i = 0; i < s_ascending.Length; i++)
        {
            for (var j = 0; j < s_ascending.Length; j++)
            {
                Assert.True(Math.Sign(i.CompareTo(j)) == Sign(s_ascending[i], s_ascending[j]), $"{s_ascending[i]} against {s_ascending[j]}");
            }
        }
    }

    [Theory]
    [InlineData("""{"v": 1}""", """{"v": {"$numberLong": "1"}}""")]
    [InlineData("""{"v": 1}""", """{"v": {"$numberDouble": "1.0"}}""")]
    [InlineData("""{"v": 1}""", """{"v": {"$numberDecimal": "1.00"}}""")]
    [InlineData("""{"v": 0}""", """{"v": {"$numberDouble": "-0.0"}}""")]
    [InlineData("""{"v": {"$numberDouble": "NaN"}}""", """{"v": {"$numberDecimal": "NaN"}}""")]
    [InlineData("""{"v": "a"}""", """{"v": {"$symbol": "a"}}""")]
    [InlineData("""{"v": {"a": [1, {"b": 2}]}}""", """{"v": {"a": [{"$numberLong": "1"}, {"b": {"$numberDouble": "2.0"}}]}}""")]
    public void Equal_values_of_different_types_are_equal(string left, string right)
    {
        Assert.Equal(0, Sign(left, right));
        Assert.Equal(0, Sign(right, left));
    }

    [Fact]
    public void A_value_nested_beyond_the_bound_is_refused()
    {
        var document = Nested(BsonComparer.MaxDepth + 1);

        var exception = Assert.Throws<StoreException>(() => BsonComparer.Compare(new BsonValue(BsonType.Document, document), new BsonValue(BsonType.Document, document)));

        Assert.Equal(StoreErrorCode.Overflow, exception.Code);
    }

    private static byte[] Nested(int depth)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        for (var i = 0; i < depth; i++)
        {
            writer.WriteStartDocument("a"u8);
        }

        for (var i = 0; i <= depth; i++)
        {
            writer.WriteEndDocument();
        }

        return writer.WrittenSpan.ToArray();
    }

    private static int Sign(string left, string right)
    {
        BsonDocument.Parse(left).TryGetValue("v"u8, out var leftValue);
        BsonDocument.Parse(right).TryGetValue("v"u8, out var rightValue);
        return Math.Sign(BsonComparer.Compare(leftValue, rightValue));
    }
}
