using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>Between driver and server: hands bytes on and remembers the requests; cuts a connection before the next request that holds some text gets through.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly DnsEndPoint _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<byte[]> _requests = [];
    private byte[]? _cutBefore;
    private int _cuts;

    public CuttingProxy(DnsEndPoint server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync(_stop.Token);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>Of the requests so far that hold the text, how many hold all the others as well.</summary>
    public (int All, int WithOthers) Count(string text, params string[] others)
    {
        var all = _requests.Select(Encoding.Latin1.GetString).Where(request => request.Contains(text, StringComparison.Ordinal)).ToList();
        return (all.Count, all.Count(request => others.All(other => request.Contains(other, StringComparison.Ordinal))));
    }

    public void CutOnceBefore(ReadOnlySpan<byte> text) => Volatile.Write(ref _cutBefore, text.ToArray());

    /// <summary>Cuts all connections and takes no more.</summary>
    public void Stop()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync(CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(stopped), stopped);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stopped)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, stopped);
                await Task.WhenAny(PumpAsync(client.GetStream(), server.GetStream(), isRequest: true, stopped), PumpAsync(server.GetStream(), client.GetStream(), isRequest: false, stopped));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One side has gone; so does the other.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, bool isRequest, CancellationToken stopped)
    {
        var buffer = new byte[1 << 16];
        for (var count = 1; count > 0;)
        {
            count = await from.ReadAsync(buffer, stopped);
            if (isRequest && Volatile.Read(ref _cutBefore) is { } text && buffer.AsSpan(0, count).IndexOf(text) >= 0
                && Interlocked.CompareExchange(ref _cutBefore, null, text) == text)
            {
                Interlocked.Increment(ref _cuts);
                return;
            }

            if (isRequest)
            {
                _requests.Enqueue(buffer[..count]);
            }

            await to.WriteAsync(buffer.AsMemory(0, count), stopped);
        }
    }
}
