using System.Net.Sockets;
using System.Text;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>A client that keeps a connection by sending almost nothing is answered and let go. Real time: the limits are the host's.</summary>
public sealed class SlowClientTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_body_that_trickles_in_is_408_and_the_connection_is_closed()
    {
        var response = await SendAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 408 ", response, StringComparison.Ordinal);
        Assert.EndsWith("""{"errors":[{"message":"The request body came in too slowly.","extensions":{"code":"OD0105"}}]}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_do_not_end_are_408_and_the_connection_is_closed()
    {
        var response = await SendAsync("POST /graphql HTTP/1.1\r\nHost: x\r\n");

        Assert.StartsWith("HTTP/1.1 408 ", response, StringComparison.Ordinal);
    }

    // All that comes until the server closes the connection.
    private async Task<string> SendAsync(string start)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        var address = fixture.Server.Client.BaseAddress!;
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(start), patience.Token);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(patience.Token);
    }
}
