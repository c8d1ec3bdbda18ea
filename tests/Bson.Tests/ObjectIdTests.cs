using System.Text;

namespace OwnedData.Bson.Tests;

public sealed class ObjectIdTests
{
    private const string Text = "56e1fc72e0c917e9c4714161";

    [Fact]
    public void Text_and_bytes_lead_to_the_same_id()
    {
        var id = ObjectId.Parse(Text);
        var bytes = new byte[12];
        id.WriteTo(bytes);
        var utf8 = new byte[24];

        Assert.Equal(Convert.FromHexString(Text), bytes);
        Assert.Equal(id, new ObjectId(bytes));
        Assert.Equal(id, ObjectId.Parse(Encoding.UTF8.GetBytes(Text.ToUpperInvariant())));
        Assert.Equal(Text, id.ToString());
        Assert.True(id.TryFormat(utf8, out var written));
        Assert.Equal(Text, Encoding.UTF8.GetString(utf8, 0, written));
        Assert.False(id.TryFormat(new byte[23], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("56e1fc72e0c917e9c471416")]
    [InlineData("56e1fc72e0c917e9c47141610")]
    [InlineData("56e1fc72e0c917e9c471416g")]
    [InlineData(" 56e1fc72e0c917e9c47141 ")]
    [InlineData("56e1fc72e0c917e9c47141é")]
    [InlineData("56e1fc72e0c917e9c47141éé")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(ObjectId.TryParse(text, out _));
        Assert.False(ObjectId.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.Throws<BsonException>(() => ObjectId.Parse(text));
        Assert.Throws<BsonException>(() => ObjectId.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Throws<BsonException>(() => new ObjectId(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Ids_sort_by_their_bytes()
    {
        string[] ascending =
        [
            "000000000000000000000000", "000000000000000000000001", "0000000000000000ffffffff", "000000000000000100000000",
            "7fffffffffffffffffffffff", "800000000000000000000000", "ffffffffffffffffffffffff",
        ];

        var sorted = ascending.Reverse().Select(ObjectId.Parse).Order().Select(id => id.ToString());

        Assert.Equal(ascending, sorted);
    }

    [Fact]
    public void New_ids_begin_with_the_time_and_differ()
    {
        var time = new FixedTime(DateTimeOffset.FromUnixTimeSeconds(0x56E1FC72));

        var ids = Enumerable.Range(0, 10_000).Select(_ => ObjectId.NewId(time)).ToHashSet();

        Assert.Equal(10_000, ids.Count);
        Assert.All(ids, id => Assert.StartsWith("56e1fc72", id.ToString(), StringComparison.Ordinal));
        Assert.Single(ids.Select(id => id.ToString()[8..18]).Distinct());
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
