using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>Between driver and server: hands requests and replies on; what was planned goes wrong with the first request that holds a text.</summary>
internal sealed class FaultProxy : IDisposable
{
    private static readonly BsonDocument s_notWritablePrimary = StoreExtensions.Parse("""{ok: 0, errmsg: "not primary", code: 10107, codeName: "NotWritablePrimary"}""");
    private static readonly BsonDocument s_cursorNotFound = StoreExtensions.Parse("""{ok: 0, errmsg: "cursor id 7 not found", code: 43, codeName: "CursorNotFound"}""");

    private readonly bool _remembersRequests;
    private readonly ConcurrentQueue<byte[]> _requests = [];
    private readonly Lock _lock = new();
    private readonly List<(Fault Fault, byte[] Text)> _planned = []; // under _lock
    private readonly int[] _done = new int[Enum.GetValues<Fault>().Length];
    private readonly TaskCompletionSource _firstFault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile HeldRequests? _held;
    private CancellationTokenSource _stop;
    private TcpListener _listener;
    private volatile EndPoint _server;

    public FaultProxy(EndPoint server, bool remembersRequests = false)
    {
        _server = server;
        _remembersRequests = remembersRequests;
        (_listener, _stop) = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>How many faults of all kinds there were.</summary>
    public int Faults => _done.Sum();

    /// <summary>Ends when the first fault begins.</summary>
    public Task FirstFault => _firstFault.Task;

    /// <summary>Where the server has gone; the connections that are open stay where they are.</summary>
    public EndPoint Server
    {
        set => _server = value;
    }

    /// <summary>Of the requests so far that hold the text, how many hold all the others as well.</summary>
    public (int All, int WithOthers) Count(string text, params string[] others)
    {
        var all = _requests.Select(Encoding.Latin1.GetString).Where(request => request.Contains(text, StringComparison.Ordinal)).ToList();
        return (all.Count, all.Count(request => others.All(other => request.Contains(other, StringComparison.Ordinal))));
    }

    /// <summary>Has the fault befall one request, the next that holds the text.</summary>
    public void Plan(Fault fault, string text)
    {
        lock (_lock)
        {
            _planned.Add((fault, Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>Hands on no request with this text until <see cref="Release"/>. Ends when so many are held.</summary>
    public Task HoldAsync(string text, int count)
    {
        _held = new HeldRequests(Encoding.UTF8.GetBytes(text), count);
        return _held.Reached;
    }

    /// <summary>Hands on what is held.</summary>
    public void Release()
    {
        _held?.Release();
        _held = null;
    }

    /// <summary>Resets all connections and refuses new ones.</summary>
    public void Refuse()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    /// <summary>Takes connections again, on the same port.</summary>
    public void Accept()
    {
        _stop.Dispose();
        (_listener, _stop) = Listen(Port);
    }

    public void Dispose()
    {
        Refuse();
        _stop.Dispose();
    }

    private (TcpListener Listener, CancellationTokenSource Stop) Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var stop = new CancellationTokenSource();
        _ = AcceptAsync(listener, stop.Token);
        return (listener, stop);
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            _ = ServeAsync(await listener.AcceptSocketAsync(stopped), stopped);
        }
    }

    private async Task ServeAsync(Socket client, CancellationToken stopped)
    {
        using (client)
        using (var server = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                // Its end is a reset, not a farewell.
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                client.NoDelay = server.NoDelay = true;
                await server.ConnectAsync(_server, stopped);
                await using var fromClient = new NetworkStream(client);
                await using var fromServer = new NetworkStream(server);
                while (await WireMessage.ReadAsync(fromClient, stopped) is { } request && await AnswerAsync(request, fromClient, fromServer, stopped))
                {
                    // One request, one reply, the next request.
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One side has gone; so does the other.
            }
        }
    }

    // False when the connection ends with this request.
    private async Task<bool> AnswerAsync(byte[] request, NetworkStream client, NetworkStream server, CancellationToken stopped)
    {
        if (_remembersRequests)
        {
            _requests.Enqueue(request);
        }

        await (_held?.WaitAsync(request, stopped) ?? Task.CompletedTask);
        var fault = Take(request);
        switch (fault)
        {
            case Fault.ResetBeforeRequest:
                return false;
            case Fault.NotWritablePrimary:
                await client.WriteAsync(WireMessage.Reply(request, s_notWritablePrimary), stopped);
                return true;
            case Fault.CursorNotFound:
                await client.WriteAsync(WireMessage.Reply(request, s_cursorNotFound), stopped);
                return true;
        }

        await server.WriteAsync(request, stopped);
        byte[]? reply;
        do
        {
            reply = await WireMessage.ReadAsync(server, stopped);
        }
        while (reply is not null && await HandOnAsync(reply, fault, client, stopped) && WireMessage.IsMoreToCome(reply));

        return reply is not null && fault is not (Fault.ResetInReply or Fault.Stall);
    }

    private Fault? Take(byte[] request)
    {
        lock (_lock)
        {
            var index = _planned.FindIndex(planned => request.AsSpan().IndexOf(planned.Text) >= 0);
            if (index < 0)
            {
                return null;
            }

            var fault = _planned[index].Fault;
            _planned.RemoveAt(index);
            Interlocked.Increment(ref _done[(int)fault]);
            _firstFault.TrySetResult();
            return fault;
        }
    }

    // False when nothing may follow on this connection.
    private static async Task<bool> HandOnAsync(byte[] reply, Fault? fault, NetworkStream client, CancellationToken stopped)
    {
        switch (fault)
        {
            case Fault.ResetInReply:
                await client.WriteAsync(reply.AsMemory(0, reply.Length / 2), stopped);
                return false;
            case Fault.Stall:
                // Until the driver has enough of it.
                _ = await client.ReadAsync(new byte[1], stopped);
                return false;
            case Fault.Trickle or Fault.SlowTrickle:
                await TrickleAsync(reply, fault is Fault.Trickle ? TimeSpan.Zero : TimeSpan.FromSeconds(1), client, stopped);
                return true;
            case Fault.Garbage:
                reply.AsSpan().Fill(0xA5);
                break;
            case Fault.GarbageAfterHeader:
                reply.AsSpan(WireMessage.HeaderBytes).Fill(0xA5);
                break;
            case Fault.LengthBelowHeader:
                WireMessage.SetLength(reply, WireMessage.HeaderBytes - 1);
                break;
            case Fault.LengthTruncated:
                WireMessage.SetLength(reply, reply.Length - 8);
                break;
            case Fault.LengthBeyondLimit:
                WireMessage.SetLength(reply, int.MaxValue);
                break;
        }

        await client.WriteAsync(reply, stopped);
        return true;
    }

    private static async Task TrickleAsync(byte[] reply, TimeSpan pause, NetworkStream client, CancellationToken stopped)
    {
        for (var offset = 0; offset < reply.Length; offset++)
        {
            await client.WriteAsync(reply.AsMemory(offset, 1), stopped);
            await Task.Delay(pause, stopped);
        }
    }
}
