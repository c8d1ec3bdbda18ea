using System.Text;

namespace OwnedData.Bson.Tests;

public sealed class BsonReaderTests
{
    [Fact]
    public void Each_type_is_read_back_as_it_was_written()
    {
        var id = ObjectId.Parse("56e1fc72e0c917e9c4714161");
        var price = Decimal128.Parse("12.50");
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteDouble("double"u8, 1.5);
        writer.WriteString("string"u8, "ä\0b"u8);
        writer.WriteDocument("document"u8, BsonDocument.Empty);
        writer.WriteArray("array"u8, BsonDocument.Empty.Span);
        writer.WriteBinary("binary"u8, [1, 2, 3], subtype: 0x80);
        writer.WriteBinary("oldBinary"u8, [1, 2, 3], subtype: 2);
        writer.WriteObjectId("objectId"u8, id);
        writer.WriteBoolean("boolean"u8, true);
        writer.WriteDateTime("dateTime"u8, -1);
        writer.WriteNull("null"u8);
        writer.WriteRegularExpression("regularExpression"u8, "^ä", "si");
        writer.WriteInt32("int32"u8, int.MinValue);
        writer.WriteTimestamp("timestamp"u8, ulong.MaxValue);
        writer.WriteInt64("int64"u8, long.MinValue);
        writer.WriteDecimal128("decimal128"u8, price);
        writer.WriteMinKey("minKey"u8);
        writer.WriteMaxKey("maxKey"u8);
        writer.WriteEndDocument();

        var reader = new BsonReader(writer.WrittenSpan);

        Assert.Equal(1.5, Next(ref reader, "double", BsonType.Double).AsDouble());
        Assert.Equal("ä\0b", Encoding.UTF8.GetString(Next(ref reader, "string", BsonType.String).AsString()));
        Assert.True(Next(ref reader, "document", BsonType.Document).AsDocument().SequenceEqual(BsonDocument.Empty.Span));
        Assert.True(Next(ref reader, "array", BsonType.Array).AsArray().SequenceEqual(BsonDocument.Empty.Span));
        Assert.Equal([1, 2, 3], Next(ref reader, "binary", BsonType.Binary).AsBinary(out var subtype).ToArray());
        Assert.Equal(0x80, subtype);
        Assert.Equal([1, 2, 3], Next(ref reader, "oldBinary", BsonType.Binary).AsBinary(out var oldSubtype).ToArray());
        Assert.Equal(2, oldSubtype);
        Assert.Equal(id, Next(ref reader, "objectId", BsonType.ObjectId).AsObjectId());
        Assert.True(Next(ref reader, "boolean", BsonType.Boolean).AsBoolean());
        Assert.Equal(-1, Next(ref reader, "dateTime", BsonType.DateTime).AsDateTime());
        Assert.True(Next(ref reader, "null", BsonType.Null).Bytes.IsEmpty);
        Next(ref reader, "regularExpression", BsonType.RegularExpression).AsRegularExpression(out var pattern, out var options);
        Assert.Equal("^ä", Encoding.UTF8.GetString(pattern));
        Assert.Equal("is", Encoding.UTF8.GetString(options));
        Assert.Equal(int.MinValue, Next(ref reader, "int32", BsonType.Int32).AsInt32());
        Assert.Equal(ulong.MaxValue, Next(ref reader, "timestamp", BsonType.Timestamp).AsTimestamp());
        Assert.Equal(long.MinValue, Next(ref reader, "int64", BsonType.Int64).AsInt64());
        Assert.Equal(price, Next(ref reader, "decimal128", BsonType.Decimal128).AsDecimal128());
        Assert.True(Next(ref reader, "minKey", BsonType.MinKey).Bytes.IsEmpty);
        Assert.True(Next(ref reader, "maxKey", BsonType.MaxKey).Bytes.IsEmpty);
        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void Offsets_point_at_the_type_byte_and_the_value()
    {
        var document = BsonDocument.Parse("""{"ab": 1, "c": "d"}""");
        var reader = new BsonReader(document.Span);

        Assert.True(reader.Read());
        Assert.Equal((4, 8, 4), (reader.ElementOffset, reader.ValueOffset, reader.ValueSpan.Length));
        Assert.True(reader.Read());
        Assert.Equal((12, 15, 6), (reader.ElementOffset, reader.ValueOffset, reader.ValueSpan.Length));
        Assert.False(reader.Read());
        Assert.Equal((21, default, true), (reader.ElementOffset, reader.ElementType, reader.ValueSpan.IsEmpty));
    }

    [Fact]
    public void A_default_reader_has_no_elements()
    {
        var reader = default(BsonReader);

        Assert.False(reader.Read());
    }

    [Fact]
    public void A_getter_of_another_type_throws_instead_of_converting()
    {
        Assert.Throws<BsonException>(() => Only("""{"a": 1}""").AsInt64());
        Assert.Throws<BsonException>(() => Only("""{"a": 1}""").AsDouble());
        Assert.Throws<BsonException>(() => Only("""{"a": "x"}""").AsObjectId());
        Assert.Throws<BsonException>(() => { _ = Only("""{"a": []}""").AsDocument(); });
        Assert.Throws<BsonException>(() => { _ = Only("""{"a": {}}""").AsArray(); });
        Assert.Throws<BsonException>(() => { _ = default(BsonValue).AsString(); });
        Assert.Throws<BsonException>(() => default(BsonValue).AsBoolean());
    }

    [Theory]
    [InlineData(BsonType.Int32, "010203")]
    [InlineData(BsonType.Int32, "0102030405")]
    [InlineData(BsonType.Null, "00")]
    [InlineData(BsonType.String, "0200000061")]
    [InlineData(BsonType.Document, "0500000001")]
    [InlineData((BsonType)0, "")]
    [InlineData((BsonType)20, "")]
    public void A_value_is_made_only_of_exactly_its_bytes(BsonType type, string hex) =>
        Assert.Throws<BsonException>(() => new BsonValue(type, Convert.FromHexString(hex)).Type);

    [Theory]
    [InlineData("", 0)]
    [InlineData("05000000", 0)]
    [InlineData("0400000000", 0)]
    [InlineData("0600000000", 0)]
    [InlineData("050000000000", 0)]
    [InlineData("FFFFFFFF00", 0)]
    [InlineData("00000080000000", 0)]
    [InlineData("0500000001", 4)]
    [InlineData("060000000000", 5)] // an early terminator is an element without a name
    [InlineData("06000000" + "0A" + "00", 5)] // no room for a name
    [InlineData("08000000" + "106100" + "00", 7)] // an int32 cut off
    [InlineData("0A000000" + "10616263" + "01" + "00", 5)] // a name without its end
    [InlineData("0B000000" + "106100" + "010203" + "00", 7)]
    [InlineData("0F000000" + "016100" + "00000000000000" + "00", 7)]
    [InlineData("0E000000" + "0161" + "0000000000000000", 7)] // cut off by the document's own end
    [InlineData("0C000000" + "026100" + "00000000" + "00", 7)] // a string of length 0
    [InlineData("0C000000" + "026100" + "FFFFFFFF" + "00", 7)]
    [InlineData("0C000000" + "026100" + "01000000" + "00", 7)] // it would swallow the document's terminator
    [InlineData("0E000000" + "026100" + "02000000" + "6262" + "00", 12)] // a string without a zero byte
    [InlineData("0E000000" + "026100" + "FFFFFF7F" + "6200" + "00", 7)]
    [InlineData("0D000000" + "036100" + "04000000" + "00" + "00", 7)]
    [InlineData("0D000000" + "036100" + "06000000" + "00" + "00", 7)] // it overlaps its container's end
    [InlineData("0D000000" + "046100" + "05000000" + "01" + "00", 11)]
    [InlineData("0D000000" + "056100" + "FFFFFFFF" + "00" + "00", 7)]
    [InlineData("0D000000" + "056100" + "01000000" + "00" + "00", 7)]
    [InlineData("0C000000" + "056100" + "00000000" + "00", 7)] // no subtype
    [InlineData("13000000" + "057800" + "06000000" + "02" + "03000000" + "FFFF" + "00", 12)]
    [InlineData("0F000000" + "057800" + "02000000" + "02" + "FFFF" + "00", 12)]
    [InlineData("09000000" + "086100" + "02" + "00", 7)]
    [InlineData("0B000000" + "0B6100" + "616100" + "00", 7)] // a pattern without options
    [InlineData("09000000" + "0B6100" + "61" + "00", 7)]
    [InlineData("19000000" + "0C6100" + "02000000" + "6200" + "56E1FC72E0C917E9C47141" + "00", 13)]
    [InlineData("0C000000" + "0F6100" + "04000000" + "00", 11)]
    [InlineData("0C000000" + "0F6100" + "05000000" + "00", 7)]
    [InlineData("1F000000" + "0F6100" + "16000000" + "03000000" + "636400" + "0C000000" + "107900" + "01000000" + "00" + "00", 18)]
    [InlineData("20000000" + "0F6100" + "18000000" + "03000000" + "636400" + "0C000000" + "107900" + "01000000" + "00" + "00" + "00", 7)]
    [InlineData("08000000" + "146100" + "00", 7)] // no such type
    [InlineData("08000000" + "806100" + "00", 7)]
    public void Malformed_bytes_throw_and_name_the_offset(string hex, int offset)
    {
        var bytes = Convert.FromHexString(hex);

        var fromReader = Assert.Throws<BsonException>(() => ReadAll(bytes));
        var fromValidator = Assert.Throws<BsonException>(() => BsonValidator.Validate(bytes));

        Assert.EndsWith($"(at byte {offset})", fromReader.Message, StringComparison.Ordinal);
        Assert.Equal(fromReader.Message, fromValidator.Message);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var document = BsonDocument.Parse(
            """
            {"a": 1, "b": {"c": [1.5, "text"]}, "d": {"$oid": "56e1fc72e0c917e9c4714161"},
             "e": {"$numberDecimal": "1.5"}, "f": {"$date": "2012-12-24T12:15:30Z"}}
            """);
        Touch(document);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            Touch(document);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Touch(BsonDocument document)
    {
        BsonValidator.Validate(document.Span);
        var reader = new BsonReader(document.Span);
        while (reader.Read())
        {
            var value = reader.Value;
            if (value.IsNumber)
            {
                BsonNumber.Compare(value, value);
            }
        }

        document.TryGetValue("f"u8, out var date);
        document.TryGetValue("d"u8, out var id);
        document.TryGetValue("e"u8, out var price);
        Span<byte> text = stackalloc byte[48];
        if (date.AsDateTime() == 0 || !id.AsObjectId().TryFormat(text, out _) || !price.AsDecimal128().TryFormat(text, out _))
        {
            throw new InvalidOperationException();
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        var reader = new BsonReader(bytes);
        while (reader.Read())
        {
            // All is in the condition.
        }
    }

    private static BsonValue Only(string json)
    {
        var reader = new BsonReader(BsonDocument.Parse(json).Span);
        Assert.True(reader.Read());
        return reader.Value;
    }

    private static BsonValue Next(ref BsonReader reader, string name, BsonType type)
    {
        Assert.True(reader.Read());
        Assert.Equal(name, Encoding.UTF8.GetString(reader.NameSpan));
        Assert.Equal(type, reader.ElementType);
        return reader.Value;
    }
}
