using System.Buffers.Binary;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Reads OP_QUERY, which is obsolete but for a first `isMaster`: flags, a name, two numbers and the command.</summary>
internal static class LegacyQuery
{
    internal static ClientMessage Parse(byte[] message, int requestId)
    {
        var rest = message.AsMemory(ClientMessage.HeaderLength);
        var nameLength = rest.Length > sizeof(int) ? rest.Span[sizeof(int)..].IndexOf((byte)0) : -1;
        var start = sizeof(int) + nameLength + 1 + 2 * sizeof(int);
        if (nameLength < 0 || rest.Length - start < sizeof(int))
        {
            throw new WireProtocolException("A query without a command");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[start..]);
        return length < sizeof(int) || length > rest.Length - start
            ? throw new WireProtocolException("A query beyond its message")
            : new ClientMessage(requestId, new BsonDocument(rest.Slice(start, length)), IsLegacy: true, WantsReply: true);
    }
}
