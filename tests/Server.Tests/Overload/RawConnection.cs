using System.Net.Sockets;
using System.Text;

namespace OwnedData.Server.Tests.Overload;

/// <summary>A connection without a client library, which would retry and reuse.</summary>
internal static class RawConnection
{
    public static async Task<Socket> OpenAsync(TestServer server)
    {
        var address = server.Client.BaseAddress!;
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        return socket;
    }

    /// <summary>What came first, empty when the other side has closed.</summary>
    public static async Task<string> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[4096];
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, timeout.Token));
    }

    /// <summary>Everything until the other side closes.</summary>
    public static async Task<string> ReceiveAllAsync(Socket socket)
    {
        var text = new StringBuilder();
        while (await ReceiveAsync(socket) is { Length: > 0 } part)
        {
            text.Append(part);
        }

        return text.ToString();
    }
}
