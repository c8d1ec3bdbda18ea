using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Cuts what comes in into whole messages, none longer than allowed and none slower.</summary>
internal sealed class MessageReader(PipeReader pipe, TimeProvider timeProvider)
{
    // From a message's first byte to its last.
    private static readonly TimeSpan s_messageTime = TimeSpan.FromMinutes(1);

    /// <summary>The next message; null when the other side has ended.</summary>
    /// <param name="maximumLength">The most bytes of a message; a longer one is a <see cref="WireProtocolException"/>.</param>
    /// <param name="idleTime">How long its first byte may let wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async ValueTask<byte[]?> ReadAsync(int maximumLength, TimeSpan idleTime, CancellationToken cancellationToken)
    {
        if (!await BeginsAsync(idleTime, cancellationToken))
        {
            return null;
        }

        using var time = new CancellationTokenSource(s_messageTime, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var header = (await pipe.ReadAtLeastAsync(ClientMessage.HeaderLength, either.Token)).Buffer;
        var length = header.Length < ClientMessage.HeaderLength ? 0 : LengthOf(header);
        pipe.AdvanceTo(header.Start);
        if (length == 0)
        {
            return null;
        }

        if (length < ClientMessage.HeaderLength || length > maximumLength)
        {
            throw new WireProtocolException($"A message of {length} bytes");
        }

        var message = (await pipe.ReadAtLeastAsync(length, either.Token)).Buffer;
        var bytes = message.Length < length ? null : message.Slice(0, length).ToArray();
        pipe.AdvanceTo(bytes is null ? message.End : message.GetPosition(length));
        return bytes;
    }

    // False when the other side has ended.
    private async ValueTask<bool> BeginsAsync(TimeSpan idleTime, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(idleTime, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var start = (await pipe.ReadAtLeastAsync(1, either.Token)).Buffer;
        pipe.AdvanceTo(start.Start);
        return !start.IsEmpty;
    }

    private static int LengthOf(ReadOnlySequence<byte> header)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        header.Slice(0, sizeof(int)).CopyTo(length);
        return BinaryPrimitives.ReadInt32LittleEndian(length);
    }
}
