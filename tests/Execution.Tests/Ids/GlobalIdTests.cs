using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Responses;
using OwnedData.Execution.Tests.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Ids;

public sealed class GlobalIdTests
{
    private const string ObjectId = """{"$oid": "65f0a1b2c3d4e5f6a7b8c9d0"}""";
    private const string Uuid = """{"$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3"}""";

    [Theory]
    [InlineData(nameof(IdKind.ObjectId), ObjectId, "Tm90ZTo2NWYwYTFiMmMzZDRlNWY2YTdiOGM5ZDA=")]
    [InlineData(nameof(IdKind.String), "\"abc\"", "Tm90ZTphYmM=")]
    [InlineData(nameof(IdKind.String), "\"ä:\\n\\u0000\"", "Tm90ZTrDpDoKAA==")]
    [InlineData(nameof(IdKind.Int), "1", "Tm90ZTox")]
    [InlineData(nameof(IdKind.Int), "-2147483648", "Tm90ZTotMjE0NzQ4MzY0OA==")]
    [InlineData(nameof(IdKind.Long), """{"$numberLong": "-9223372036854775808"}""", "Tm90ZTotOTIyMzM3MjAzNjg1NDc3NTgwOA==")]
    public void An_id_is_base64_of_type_and_value_and_reads_back_as_the_same_value(string kind, string id, string expected)
    {
        Assert.Equal(expected, Write(Enum.Parse<IdKind>(kind), id));
        Assert.Equal(Canonical(id), Read(Enum.Parse<IdKind>(kind), expected));
    }

    [Fact]
    public void A_UUID_is_its_16_bytes_in_the_order_of_dotnet()
    {
        var expected = Convert.ToBase64String([.. "Note:"u8, .. new Guid("c8edabc3-f738-4ca3-b68d-ab92a91478a3").ToByteArray()]);

        Assert.Equal(expected, Write(IdKind.Uuid, Uuid));
        Assert.Equal(Canonical(Uuid), Read(IdKind.Uuid, expected));
    }

    [Fact]
    public void A_long_text_as_id_is_written_whole()
    {
        var text = new string('x', 10_000);

        Assert.Equal(Convert.ToBase64String(Encoding.UTF8.GetBytes("Note:" + text)), Write(IdKind.String, $"\"{text}\""));
    }

    [Theory]
    [InlineData(nameof(IdKind.ObjectId), "\"65f0a1b2c3d4e5f6a7b8c9d0\"")]
    [InlineData(nameof(IdKind.Uuid), """{"$binary": {"base64": "yO2rw/c4TKO2jauSqRR4ow==", "subType": "03"}}""")]
    [InlineData(nameof(IdKind.String), "1")]
    [InlineData(nameof(IdKind.Int), """{"$numberLong": "2147483648"}""")]
    [InlineData(nameof(IdKind.Int), "\"1\"")]
    [InlineData(nameof(IdKind.Long), """{"$numberDouble": "1.5"}""")]
    [InlineData(nameof(IdKind.Long), ObjectId)]
    public void A_stored_id_of_another_kind_makes_the_document_null(string kind, string id)
    {
        var rendering = Rendering.Of($$"""{ "_id": {{id}} }""", ShapeOf(Enum.Parse<IdKind>(kind)));

        Assert.Null(rendering.Json);
        Assert.StartsWith("notes/7/id: Note.id of ", rendering.Errors, StringComparison.Ordinal);
        Assert.EndsWith(" is not a valid ID.", rendering.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(IdKind.String), "Note\ndabc", "\"abc\"")]
    [InlineData(nameof(IdKind.ObjectId), "Note\nd65f0a1b2c3d4e5f6a7b8c9d0", ObjectId)]
    [InlineData(nameof(IdKind.Int), "Note\ni1", "1")]
    [InlineData(nameof(IdKind.Int), "Note\ns7", "7")]
    [InlineData(nameof(IdKind.Long), "Note\nl-5", """{"$numberLong": "-5"}""")]
    [InlineData(nameof(IdKind.Uuid), "Note\ngc8edabc3f7384ca3b68dab92a91478a3", Uuid)]
    [InlineData(nameof(IdKind.String), "\0schema\nNote\ndabc", "\"abc\"")]
    public void The_earlier_format_is_read(string kind, string raw, string expected) =>
        Assert.Equal(Canonical(expected), Read(Enum.Parse<IdKind>(kind), Convert.ToBase64String(Encoding.UTF8.GetBytes(raw))));

    [Theory]
    [InlineData(nameof(IdKind.ObjectId), "Note:65f0a1b2c3d4e5f6a7b8c9d")]
    [InlineData(nameof(IdKind.ObjectId), "Note:65f0a1b2c3d4e5f6a7b8c9dg")]
    [InlineData(nameof(IdKind.ObjectId), "Note\ni65f0a1b2c3d4e5f6a7b8c9d0")]
    [InlineData(nameof(IdKind.Int), "Note:2147483648")]
    [InlineData(nameof(IdKind.Int), "Note:+1")]
    [InlineData(nameof(IdKind.Int), "Note:01")]
    [InlineData(nameof(IdKind.Int), "Note:-0")]
    [InlineData(nameof(IdKind.Int), "Note:1 ")]
    [InlineData(nameof(IdKind.Int), "Note:1x")]
    [InlineData(nameof(IdKind.Int), "Note\nd1")]
    [InlineData(nameof(IdKind.Long), "Note:9223372036854775808")]
    [InlineData(nameof(IdKind.Uuid), "Note:c8edabc3-f738-4ca3-b68d-ab92a91478a3")]
    [InlineData(nameof(IdKind.Uuid), "Note\ngc8edabc3-f738-4ca3-b68d-ab92a91478a3")]
    [InlineData(nameof(IdKind.Uuid), "Note\ndabcdefghijklmnop")]
    [InlineData(nameof(IdKind.String), "Note\ni1")]
    public void A_value_of_another_kind_is_none(string kind, string raw) =>
        Assert.Null(Read(Enum.Parse<IdKind>(kind), Convert.ToBase64String(Encoding.UTF8.GetBytes(raw))));

    [Fact]
    public void Text_that_is_not_UTF8_is_no_value() => Assert.Null(Read(IdKind.String, Convert.ToBase64String([.. "Note:"u8, 0xC3, 0x28])));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64!")]
    [InlineData("Tm90ZTo")]
    [InlineData("ä")]
    [InlineData("Tm90ZQ==")]
    [InlineData("Tm90ZTo=")]
    [InlineData("OmFiYw==")]
    [InlineData("AA==")]
    [InlineData("AE5vdGU=")]
    [InlineData("wyg6YQ==")]
    public void Text_of_neither_format_is_no_id(string text) => Assert.False(GlobalId.TryParse(text, out _));

    private static DocumentShape ShapeOf(IdKind kind) =>
        Shapes.Note(new ShapeField("id", "_id", ConditionSet.Always, new GlobalIdShape("Note", kind)) { FieldName = "id" });

    private static string? Write(IdKind kind, string id) => Rendering.Of($$"""{ "_id": {{id}} }""", ShapeOf(kind)).Json?[7..^2];

    private static string Canonical(string value) => BsonDocument.Parse($$"""{ "_id": {{value}} }""").ToString();

    private static string? Read(IdKind kind, string text)
    {
        Assert.True(GlobalId.TryParse(text, out var id));
        Assert.Equal("Note", id.TypeName);
        if (!id.TryGetValue(kind, out var value))
        {
            return null;
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue("_id"u8, value);
        writer.WriteEndDocument();
        return writer.ToDocument().ToString();
    }
}
