using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>Replies as servers other than the embedded store write them.</summary>
public sealed class CommandReplyTests
{
    [Theory]
    [InlineData("E11000 duplicate key error collection: app.notes index: title_1 dup key: { title: \\\"a index: b\\\" }", "title_1")]
    [InlineData("E11000 duplicate key error collection: app.notes index: title_1", "title_1")]
    [InlineData("E11000 duplicate key error collection: app.notes index: ", null)]
    [InlineData("E11000 duplicate key", null)]
    public void The_index_of_a_duplicate_is_read_out_of_the_message(string message, string? expected)
    {
        var reply = BsonDocument.Parse($$"""{"n": 1, "writeErrors": [{"index": 1, "code": 11000, "errmsg": "{{message}}"}], "ok": 1.0}""");

        var error = CommandReply.ReadError(reply.Span)!;

        Assert.Equal((StoreErrorCode.DuplicateKey, expected, 1), (error.Code, error.IndexName, error.DocumentsWritten));
    }

    [Fact]
    public void Another_error_names_no_index() =>
        Assert.Null(CommandReply.ReadError(StoreExtensions.Parse("""{ok: 0.0, code: 2, errmsg: "no index: a"}""").Span)!.IndexName);

    [Fact]
    public void A_reply_without_errors_is_none() => Assert.Null(CommandReply.ReadError(StoreExtensions.Parse("{n: 1, ok: 1.0}").Span));
}
