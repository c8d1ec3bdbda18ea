using System.IO.Pipelines;
using System.Net.Sockets;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>One connection: a message, its reply, the next message. Ends by an exception when the other side goes away, stalls or speaks something else.</summary>
internal sealed class WireConnection : IDisposable
{
    private const int BufferBytes = 64 << 10;

    // Before anybody is known by password, nothing but a handshake is read.
    private const int MaximumGreetingBytes = 64 << 10;

    private static readonly TimeSpan s_greetingIdleTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_replyTime = TimeSpan.FromMinutes(1);

    private readonly ClientSession _session;
    private readonly CommandRouter _router;
    private readonly TimeProvider _timeProvider;
    private readonly NetworkStream _stream;
    private readonly MessageReader _reader;

    internal WireConnection(ClientSession session, Socket socket, CommandRouter router, TimeProvider timeProvider)
    {
        socket.NoDelay = true;
        _session = session;
        _router = router;
        _timeProvider = timeProvider;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new MessageReader(PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: BufferBytes)), timeProvider);
    }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) is { } bytes)
        {
            var message = ClientMessage.Parse(bytes);
            var reply = await _router.RunAsync(message, _session, cancellationToken);
            if (message.WantsReply)
            {
                using var time = new CancellationTokenSource(s_replyTime, _timeProvider);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
                await _stream.WriteAsync(ServerMessage.Create(message, reply), either.Token);
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken) => _session.IsAuthenticated
        ? _reader.ReadAsync(ClientMessage.MaximumLength, Timeout.InfiniteTimeSpan, cancellationToken)
        : _reader.ReadAsync(MaximumGreetingBytes, s_greetingIdleTime, cancellationToken);
}
