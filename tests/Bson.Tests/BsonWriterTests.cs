using System.Text;

namespace OwnedData.Bson.Tests;

public sealed class BsonWriterTests
{
    [Fact]
    public void The_specifications_own_example_comes_out_byte_for_byte()
    {
        using var writer = new BsonWriter();

        writer.WriteStartDocument();
        writer.WriteStartArray("BSON"u8);
        writer.WriteString("awesome");
        writer.WriteDouble(5.05);
        writer.WriteInt32(1986);
        writer.WriteEndArray();
        writer.WriteEndDocument();

        Assert.Equal(
            "310000000442534F4E002600000002300008000000617765736F6D65000131003333333333331440103200C20700000000",
            Convert.ToHexString(writer.WrittenSpan));
    }

    [Fact]
    public void Array_elements_are_numbered_beyond_one_digit()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("a"u8);
        for (var i = 0; i < 1001; i++)
        {
            writer.WriteNull();
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();

        Assert.True(writer.ToDocument().TryGetValue("a"u8, out var array));
        var reader = new BsonReader(array.AsArray());
        for (var i = 0; i < 1001; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i.ToString(), Encoding.UTF8.GetString(reader.NameSpan));
            Assert.Equal(BsonType.Null, reader.ElementType);
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void The_buffer_grows_and_keeps_what_was_written()
    {
        using var writer = new BsonWriter(initialCapacity: 16);
        var text = new string('x', 100_000);
        writer.WriteStartDocument();
        writer.WriteString("a"u8, text);
        writer.WriteString("b"u8, "Grüße, 世界 👋 \0 end");
        writer.WriteEndDocument();

        var document = writer.ToDocument();

        Assert.True(document.TryGetValue("a"u8, out var a));
        Assert.Equal(text, Encoding.UTF8.GetString(a.AsString()));
        Assert.True(document.TryGetValue("b"u8, out var b));
        Assert.Equal("Grüße, 世界 👋 \0 end", Encoding.UTF8.GetString(b.AsString()));
        Assert.False(document.TryGetValue("c"u8, out _));
    }

    [Fact]
    public void A_reset_writer_writes_the_same_again()
    {
        using var writer = new BsonWriter();
        WriteSample(writer);
        var first = writer.ToDocument();
        writer.Reset();
        writer.WriteStartDocument();
        writer.WriteName("abandoned"u8);
        writer.Reset();

        WriteSample(writer);

        Assert.Equal(first, writer.ToDocument());
        Assert.Equal(first.GetHashCode(), writer.ToDocument().GetHashCode());
    }

    [Fact]
    public void Text_that_BSON_cannot_hold_is_refused_instead_of_cut()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();

        Assert.Throws<BsonException>(() => writer.WriteName("a\0b"u8));
        Assert.Throws<BsonException>(() => writer.WriteName([0xFF]));
        Assert.Throws<BsonException>(() => writer.WriteRegularExpression("r"u8, "a\0b", ""));
        writer.Reset();
        writer.WriteStartDocument();
        Assert.Throws<BsonException>(() => writer.WriteRegularExpression("r"u8, "a", "i\0"));
        writer.Reset();
        writer.WriteStartDocument();
        Assert.Throws<BsonException>(() => writer.WriteString("s"u8, "half \ud83d of a pair"));
        writer.Reset();
        writer.WriteStartDocument();
        Assert.Throws<BsonException>(() => writer.WriteString("s"u8, [0xC3, 0x28]));
        writer.Reset();
        writer.WriteStartDocument();
        Assert.Throws<BsonException>(() => writer.WriteDocument("d"u8, [5, 0, 0, 0, 1]));
    }

    [Fact]
    public void A_call_out_of_turn_is_refused()
    {
        using var writer = new BsonWriter();

        Assert.Throws<InvalidOperationException>(writer.WriteStartArray);
        Assert.Throws<InvalidOperationException>(writer.WriteNull);
        Assert.Throws<InvalidOperationException>(() => writer.WriteName("a"u8));
        Assert.Throws<InvalidOperationException>(writer.WriteEndDocument);
        Assert.Throws<InvalidOperationException>(() => writer.ToDocument());
        writer.WriteStartDocument();
        Assert.Throws<InvalidOperationException>(writer.WriteNull);
        Assert.Throws<InvalidOperationException>(writer.WriteEndArray);
        Assert.Throws<InvalidOperationException>(() => writer.ToDocument());
        writer.WriteName("a"u8);
        Assert.Throws<InvalidOperationException>(() => writer.WriteName("b"u8));
        Assert.Throws<InvalidOperationException>(writer.WriteEndDocument);
        Assert.Throws<InvalidOperationException>(() => writer.WriteValue(default));
        writer.WriteStartArray();
        Assert.Throws<InvalidOperationException>(() => writer.WriteName("b"u8));
        Assert.Throws<InvalidOperationException>(writer.WriteEndDocument);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        Assert.Throws<InvalidOperationException>(writer.WriteStartDocument);
    }

    [Fact]
    public void A_disposed_writer_does_not_write_into_a_buffer_that_is_not_its_own()
    {
        var writer = new BsonWriter();
        writer.Dispose();
        writer.Dispose();

        Assert.Throws<ObjectDisposedException>(writer.WriteStartDocument);
    }

    private static void WriteSample(BsonWriter writer)
    {
        writer.WriteStartDocument();
        writer.WriteStartDocument("user"u8);
        writer.WriteInt64("id"u8, 42);
        writer.WriteEndDocument();
        writer.WriteRegularExpression("pattern"u8, "^a", "xi");
        writer.WriteEndDocument();
    }
}
