using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Tests.Indexing;

public sealed class KeyEncoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Keys_compare_by_their_bytes_as_values_compare(int seed)
    {
        var values = Values(seed, count: 700);

        foreach (var left in values)
        {
            foreach (var right in values)
            {
                var expected = Math.Sign(BsonComparer.Compare(ValueOf(left), ValueOf(right)));
                var actual = Math.Sign(Encode(left).AsSpan().SequenceCompareTo(Encode(right)));
                Assert.True(expected == actual, $"{expected} but {actual}: {Show(left)} and {Show(right)}");
            }
        }
    }

    [Fact]
    public void No_key_is_the_beginning_of_another_and_none_begins_or_ends_with_the_cuts()
    {
        var keys = Values(seed: 4, count: 700).Select(Encode).Distinct(KeyComparer.Instance).ToList();

        foreach (var key in keys)
        {
            Assert.InRange(key[0], 0x05, 0xF5);
            Assert.DoesNotContain(keys, other => other != key && other.AsSpan().StartsWith(key));
        }
    }

    [Theory]
    [InlineData("""{"v": {"$numberInt": "5"}}""")]
    [InlineData("""{"v": {"$numberLong": "5"}}""")]
    [InlineData("""{"v": {"$numberDouble": "5.0"}}""")]
    [InlineData("""{"v": {"$numberDecimal": "5.000"}}""")]
    [InlineData("""{"v": {"$numberDecimal": "0.5E1"}}""")]
    public void Equal_numbers_of_any_type_have_equal_keys(string json)
    {
        Assert.Equal(Encode(ExtendedJson.Parse("""{"v": {"$numberInt": "5"}}""")), Encode(ExtendedJson.Parse(json)));
    }

    private static List<BsonDocument> Values(int seed, int count)
    {
        var random = new RandomValues(seed);
        var documents = new List<BsonDocument>();
        using var writer = new BsonWriter();
        for (var index = 0; index < count; index++)
        {
            writer.Reset();
            writer.WriteStartDocument();
            writer.WriteName("v"u8);
            random.Write(writer);
            writer.WriteEndDocument();
            documents.Add(writer.ToDocument());
        }

        return documents;
    }

    private static BsonValue ValueOf(BsonDocument document) => document.TryGetValue("v"u8, out var value) ? value : default;

    private static byte[] Encode(BsonDocument document)
    {
        var buffer = new KeyBuffer();
        KeyEncoder.Encode(buffer, ValueOf(document));
        return buffer.Written.ToArray();
    }

    private static string Show(BsonDocument document) => ExtendedJson.Write(document.Span, canonical: true);
}
