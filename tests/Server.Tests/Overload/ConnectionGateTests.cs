using System.Net.Sockets;
using System.Text;
using OwnedData.Server.Overload;

namespace OwnedData.Server.Tests.Overload;

/// <summary>More connections than the server takes: those over the limit are told to come again, and `/health/live` answers all the while.</summary>
public sealed class ConnectionGateTests
{
    private const int Limit = 50;

    private static readonly byte[] s_query = Encoding.ASCII.GetBytes(
        """
        POST /graphql HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Content-Length: 26

        {"query":"{ __typename }"}
        """.ReplaceLineEndings("\r\n"));

    private static readonly byte[] s_live = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray();

    [Fact]
    public async Task A_request_over_the_limit_gets_503_and_its_connection_closes()
    {
        await using var server = await TestServer.StartAsync(("Limits:Connections", $"{Limit}"));
        using var idle = await OpenRegularAsync(server);
        using var surplus = await OpenAsync(server, 250);

        var answers = await Task.WhenAll(surplus.Sockets.Select(async socket =>
        {
            await socket.SendAsync(s_query);
            return await RawConnection.ReceiveAllAsync(socket);
        }));

        Assert.All(answers, answer =>
        {
            Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("\r\nRetry-After: 1\r\n", answer, StringComparison.Ordinal);
            Assert.EndsWith("""{"errors":[{"message":"The server has as much to do as it can. Try again soon.","extensions":{"code":"OD0121"}}]}""", answer, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Idle_connections_keep_neither_liveness_nor_those_inside_the_limit_out()
    {
        await using var server = await TestServer.StartAsync(("Limits:Connections", $"{Limit}"));
        using var regular = await OpenRegularAsync(server);
        await regular.Sockets[^1].SendAsync(s_query);
        var inside = await RawConnection.ReceiveAsync(regular.Sockets[^1]);
        using var surplus = await OpenAsync(server, ConnectionGate.MostSurplus + 100);

        using var probe = await RawConnection.OpenAsync(server);
        await probe.SendAsync(s_live);
        var live = await RawConnection.ReceiveAllAsync(probe);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", inside, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", live, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nlive", live.Replace("\r\n4\r\nlive\r\n0\r\n\r\n", "\r\nlive", StringComparison.Ordinal), StringComparison.Ordinal);

        // The oldest surplus connections had to go. Which those are is the order in which the server took them, not ours.
        Assert.Equal("", await await Task.WhenAny(surplus.Sockets.Select(ReceiveOrResetAsync)));
    }

    [Fact]
    public async Task A_connection_that_closes_gives_its_place_back()
    {
        await using var server = await TestServer.StartAsync(("Limits:Connections", "1"));
        (await RawConnection.OpenAsync(server)).Dispose();

        string answer;
        var tries = 0;
        do
        {
            using var socket = await RawConnection.OpenAsync(server);
            await socket.SendAsync(s_query);
            answer = await RawConnection.ReceiveAsync(socket);
        }
        while (!answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && ++tries < 1000);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
    }

    // A closed connection shows as an end or as a reset, as the timing has it.
    private static async Task<string> ReceiveOrResetAsync(Socket socket)
    {
        try
        {
            return await RawConnection.ReceiveAsync(socket);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return "";
        }
    }

    // As many as there are places. Each has its place once it is answered: the server takes connections in an order of its own.
    private static async Task<Connections> OpenRegularAsync(TestServer server)
    {
        var connections = await OpenAsync(server, Limit);
        foreach (var socket in connections.Sockets)
        {
            await socket.SendAsync(s_live);
            var answer = "";
            while (!answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
            {
                answer += await RawConnection.ReceiveAsync(socket) is { Length: > 0 } part ? part : throw new EndOfStreamException(answer);
            }
        }

        return connections;
    }

    private static async Task<Connections> OpenAsync(TestServer server, int count)
    {
        var sockets = new Socket[count];
        for (var index = 0; index < count; index++)
        {
            sockets[index] = await RawConnection.OpenAsync(server);
        }

        return new Connections(sockets);
    }

    private sealed record Connections(Socket[] Sockets) : IDisposable
    {
        public void Dispose() => Array.ForEach(Sockets, socket => socket.Dispose());
    }
}
