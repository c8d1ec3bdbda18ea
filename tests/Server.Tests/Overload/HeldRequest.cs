using System.Net.Sockets;
using System.Text;

namespace OwnedData.Server.Tests.Overload;

/// <summary>A request that has got its place and keeps it: the endpoint waits for a body that does not come until it is told to.</summary>
internal sealed class HeldRequest : IDisposable
{
    private const string Body = """{"query":"{ __typename }"}""";

    private readonly Socket _socket;

    private HeldRequest(Socket socket) => _socket = socket;

    public static async Task<HeldRequest> SendAsync(TestServer server, string token)
    {
        var socket = await RawConnection.OpenAsync(server);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n"));

        // Sent when the endpoint asks for the body: the request has passed all limits.
        Assert.StartsWith("HTTP/1.1 100 ", await RawConnection.ReceiveAsync(socket), StringComparison.Ordinal);
        return new HeldRequest(socket);
    }

    /// <summary>Sends the body; gives the status line of the answer.</summary>
    public async Task<string> FinishAsync()
    {
        await _socket.SendAsync(Encoding.ASCII.GetBytes(Body));
        return (await RawConnection.ReceiveAsync(_socket)).Split('\r')[0];
    }

    public void Dispose() => _socket.Dispose();
}
