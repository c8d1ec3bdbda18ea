using System.Buffers.Binary;
using System.Net.Sockets;
using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>Messages of MongoDB's wire protocol as the proxy sees them: a header of four numbers, then what it doesn't look into.</summary>
internal static class WireMessage
{
    public const int HeaderBytes = 16;

    private const int OpReply = 1;
    private const int OpMsg = 2013;
    private const int MoreToCome = 2;

    /// <summary>The next whole message; null where the sender has closed the connection between two.</summary>
    public static async Task<byte[]?> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderBytes];
        var count = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellationToken);
        if (count < HeaderBytes)
        {
            return null;
        }

        var message = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
        header.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(HeaderBytes), cancellationToken);
        return message;
    }

    /// <summary>Whether the server goes on without being asked.</summary>
    public static bool IsMoreToCome(ReadOnlySpan<byte> message) =>
        BinaryPrimitives.ReadInt32LittleEndian(message[12..]) == OpMsg && (BinaryPrimitives.ReadInt32LittleEndian(message[HeaderBytes..]) & MoreToCome) != 0;

    public static void SetLength(Span<byte> message, int length) => BinaryPrimitives.WriteInt32LittleEndian(message, length);

    /// <summary>The server's answer to a request, made up: OP_MSG, and OP_REPLY for the OP_QUERY that a first greeting is.</summary>
    public static byte[] Reply(ReadOnlySpan<byte> request, BsonDocument document)
    {
        // Zero before the document: flags and the kind of section; flags, cursor, first document and, but for one, their number.
        var isMessage = BinaryPrimitives.ReadInt32LittleEndian(request[12..]) == OpMsg;
        var prefix = HeaderBytes + (isMessage ? 5 : 20);
        var reply = new byte[prefix + document.Span.Length];
        SetLength(reply, reply.Length);
        request.Slice(4, 4).CopyTo(reply.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(12), isMessage ? OpMsg : OpReply);
        if (!isMessage)
        {
            BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(32), 1);
        }

        document.Span.CopyTo(reply.AsSpan(prefix));
        return reply;
    }
}
