using System.Buffers.Binary;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>A message that a client sent: OP_MSG, or OP_QUERY, by which old clients and first handshakes greet.</summary>
/// <param name="RequestId">The client's number, which the reply names.</param>
/// <param name="Command">The command with its document sequences put in as arrays; not checked yet.</param>
/// <param name="IsLegacy">Whether it came as OP_QUERY, and the reply goes as OP_REPLY.</param>
/// <param name="WantsReply">False where the client said not to answer.</param>
internal sealed record ClientMessage(int RequestId, BsonDocument Command, bool IsLegacy, bool WantsReply)
{
    internal const int HeaderLength = 16;

    /// <summary>MongoDB's `maxMessageSizeBytes`.</summary>
    internal const int MaximumLength = 48_000_000;

    internal const int OpReply = 1;
    internal const int OpQuery = 2004;
    internal const int OpMsg = 2013;

    /// <summary>Throws <see cref="WireProtocolException"/> for what is neither, and for a wrong checksum.</summary>
    internal static ClientMessage Parse(byte[] message)
    {
        var requestId = BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(4));
        try
        {
            return BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(12)) switch
            {
                OpMsg => MessageSections.Parse(message, requestId),
                OpQuery => LegacyQuery.Parse(message, requestId),
                var code => throw new WireProtocolException($"The operation code {code}"),
            };
        }
        catch (BsonException exception)
        {
            throw new WireProtocolException(exception.Message);
        }
    }
}
