using FsCheck;
using FsCheck.Fluent;
using OwnedData.Mongo.Embedded.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Wire;

public sealed class MessageSectionsTests : IDisposable
{
    private readonly WireClient _client = new();

    [Fact]
    public void A_document_sequence_becomes_an_array_of_the_command()
    {
        var bytes = _client.Message(WireClient.Body("{insert: \"a\"}"), WireClient.Sequence("documents", "{_id: 1}", "{_id: 2}"));

        var message = ClientMessage.Parse(bytes);

        Assert.Equal("""{"insert": "a", "$db": "owneddata", "documents": [{"_id": 1}, {"_id": 2}]}""", message.Command.ToString());
        Assert.True(message.WantsReply);
    }

    [Fact]
    public void The_body_may_follow_its_sequences()
    {
        var bytes = _client.Message(WireClient.Sequence("documents"), WireClient.Body("{insert: \"a\"}"));

        Assert.Equal("""{"insert": "a", "$db": "owneddata", "documents": []}""", ClientMessage.Parse(bytes).Command.ToString());
    }

    // RFC 3720 B.4: the check value of CRC-32C.
    [Fact]
    public void The_checksum_is_CRC_32C() => Assert.Equal(0xE3069283, MessageSections.Crc32C("123456789"u8));

    [Fact]
    public void A_right_checksum_is_taken_and_a_wrong_one_is_not()
    {
        var bytes = _client.Message(flags: 1, WireClient.Body("{ping: 1}"), [0, 0, 0, 0]);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), MessageSections.Crc32C(bytes.AsSpan(0, bytes.Length - 4)));

        Assert.Equal("""{"ping": 1, "$db": "owneddata"}""", ClientMessage.Parse(bytes).Command.ToString());

        bytes[^1] ^= 1;
        Assert.Throws<WireProtocolException>(() => ClientMessage.Parse(bytes));
    }

    [Fact]
    public void More_to_come_wants_no_reply() => Assert.False(ClientMessage.Parse(_client.Message(flags: 2, WireClient.Body("{ping: 1}"))).WantsReply);

    [Theory]
    [InlineData(4u)]
    [InlineData(0x8000u)]
    public void An_unknown_flag_that_must_be_understood_is_refused(uint flags) =>
        Assert.Throws<WireProtocolException>(() => ClientMessage.Parse(_client.Message(flags, WireClient.Body("{ping: 1}"))));

    [Fact]
    public void An_unknown_flag_that_may_be_passed_over_is() =>
        Assert.Equal("""{"ping": 1, "$db": "owneddata"}""", ClientMessage.Parse(_client.Message(flags: 1 << 16, WireClient.Body("{ping: 1}"))).Command.ToString());

    [Fact]
    public void Two_bodies_no_body_and_an_unknown_section_are_refused()
    {
        var body = WireClient.Body("{ping: 1}");

        Assert.All(new byte[][] { [.. body, .. body], [], [7, .. body[1..]] }, sections => Assert.Throws<WireProtocolException>(() => ClientMessage.Parse(_client.Message(sections))));
    }

    [Fact]
    public void An_operation_code_of_old_is_refused() => Assert.Throws<WireProtocolException>(() => ClientMessage.Parse(_client.Frame(2002, [0, 0, 0, 0])));

    [Fact]
    public void Any_bytes_are_a_message_or_a_protocol_error()
    {
        var valid = _client.Message(WireClient.Body("{insert: \"a\", x: [1, {y: 2}]}"), WireClient.Sequence("documents", "{_id: 1}"));
        var broken =
            from at in Gen.Choose(16, valid.Length - 1)
            from value in Gen.Choose(0, 255)
            from length in Gen.Choose(16, valid.Length)
            select ((byte[])[.. valid[..at], (byte)value, .. valid[(at + 1)..]])[..length];
        Prop.ForAll(broken.ToArbitrary(), bytes =>
        {
            try
            {
                ClientCommand.Read(ClientMessage.Parse(bytes).Command);
            }
            catch (Exception exception) when (exception is WireProtocolException or StoreException or OwnedData.Bson.BsonException)
            {
                return;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    public void Dispose() => _client.Dispose();
}
