using System.Text;
using OwnedData.Server.Tests.Overload;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>Bytes that are no HTTP: a plain 4xx with a reason, and nothing of the server's inside, not even in Development.</summary>
public sealed class MalformedMessageTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("5\r\n{\"query\"\r\n", "Bad chunk suffix.")]
    [InlineData("x\r\n", "Bad chunk size data.")]
    [InlineData("2\r\n{}\r\n0\r\nA: \0\r\n\r\n", "The request body can't be read.")]
    [InlineData("1aaaaaaaaaaaaaaaaaaa\r\n{}", "The request body can't be read.")]
    public async Task A_malformed_chunk_answers_400_with_the_reason(string body, string reason)
    {
        using var socket = await RawConnection.OpenAsync(fixture.Server);

        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{body}"));
        var answer = await RawConnection.ReceiveAllAsync(socket);

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/plain; charset=utf-8\r\n", answer, StringComparison.Ordinal);
        Assert.Contains(reason, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }
}
