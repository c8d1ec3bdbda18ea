using OwnedData.Mongo.Native.Driving;

namespace OwnedData.Mongo.Native.Tests.Driving;

public sealed class CursorReplyTests
{
    [Theory]
    [InlineData("firstBatch")]
    [InlineData("nextBatch")]
    public void The_documents_are_copied_and_the_position_is_kept(string name)
    {
        var reply = StoreExtensions.Parse($$"""{cursor: {{{name}}: [{_id: 1}, {_id: 2}], id: {$numberLong: "77"}, ns: "db.a.b"}, ok: 1.0}""");

        var cursor = CursorReply.Read(reply.Span);

        using var batch = cursor.Batch;
        var offset = 0;
        Assert.Equal((77, "a.b", 2), (cursor.Id, cursor.Collection, batch!.Count));
        Assert.Equal("""{"_id": 1}""", batch.Next(ref offset).ToString());
        Assert.Equal("""{"_id": 2}""", batch.Next(ref offset).ToString());
    }

    [Fact]
    public void An_empty_batch_is_none()
    {
        var cursor = CursorReply.Read(StoreExtensions.Parse("""{cursor: {id: {$numberLong: "0"}, ns: "db.a", firstBatch: []}, ok: 1.0}""").Span);

        Assert.Equal(new CursorReply(0, "a", null), cursor);
    }

    [Theory]
    [InlineData("{cursor: 1}")]
    [InlineData("{cursor: {id: 7}}")]
    [InlineData("{cursor: {firstBatch: {}}}")]
    [InlineData("{cursor: {firstBatch: [1]}}")]
    public void A_reply_of_other_types_is_the_stores_error(string reply) =>
        Assert.Equal(StoreErrorCode.InvalidBson, Assert.Throws<StoreException>(() => CursorReply.Read(StoreExtensions.Parse(reply).Span)).Code);

    [Fact]
    public void A_reply_that_is_cut_off_is_the_stores_error()
    {
        var reply = StoreExtensions.Parse("""{cursor: {id: {$numberLong: "0"}, firstBatch: [{_id: 1}]}}""").Span.ToArray();

        for (var length = 0; length < reply.Length; length++)
        {
            Assert.Equal(StoreErrorCode.InvalidBson, Assert.Throws<StoreException>(() => CursorReply.Read(reply.AsSpan(0, length))).Code);
        }
    }

    [Fact]
    public void A_reply_without_a_cursor_breaks_the_protocol() =>
        Assert.Equal(StoreErrorCode.ProtocolError, Assert.Throws<StoreException>(() => CursorReply.Read(StoreExtensions.Parse("{ok: 1.0}").Span)).Code);
}
