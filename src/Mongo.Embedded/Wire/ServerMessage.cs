using System.Buffers.Binary;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Frames a reply: OP_MSG, and OP_REPLY for OP_QUERY.</summary>
internal static class ServerMessage
{
    private const int AwaitCapable = 8;

    internal static byte[] Create(ClientMessage request, BsonDocument reply)
    {
        var prefix = ClientMessage.HeaderLength + (request.IsLegacy ? 20 : 5);
        var message = new byte[prefix + reply.Span.Length];
        WriteInt32(message, 0, message.Length);
        WriteInt32(message, 4, request.RequestId);
        WriteInt32(message, 8, request.RequestId);
        WriteInt32(message, 12, request.IsLegacy ? ClientMessage.OpReply : ClientMessage.OpMsg);
        if (request.IsLegacy)
        {
            // Flags, no cursor, from the first, one document.
            WriteInt32(message, 16, AwaitCapable);
            WriteInt32(message, 32, 1);
        }

        reply.Span.CopyTo(message.AsSpan(prefix));
        return message;
    }

    private static void WriteInt32(byte[] message, int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(offset), value);
}
