using System.Net.Sockets;
using System.Text;
using OwnedData.Server.Tests;

namespace OwnedData.Fuzz;

/// <summary>Bytes on a connection: request line, headers, query string, chunks, several requests in a row.</summary>
internal sealed class MessageTarget(TestServer server) : IFuzzTarget
{
    private const int LongestResponse = 1024 * 1024;

    // A message that isn't finished has no answer; the server goes on waiting, and that is right.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(30);

    public string Name => "message";

    public IReadOnlyList<byte[]> Corpus { get; } = [.. OwnedData.Fuzz.Corpus.Read("http").Select(ToMessage)];

    public byte[] Create(Random random) => Mutator.Mutate(random, Corpus, []);

    public async Task<string?> RunAsync(byte[] input, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, cancellationToken);
        try
        {
            await socket.SendAsync(input, cancellationToken);
            return Judge(await ReceiveAsync(socket, cancellationToken));
        }
        catch (SocketException)
        {
            return null; // The server has closed a connection that sent nonsense.
        }
    }

    // The files have the line ends of the repository.
    private static byte[] ToMessage(byte[] file) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).ReplaceLineEndings("\r\n"));

    private static string? Judge(string response)
    {
        if (response.Length == 0)
        {
            return null;
        }

        var end = response.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (!response.StartsWith("HTTP/1.", StringComparison.Ordinal) || end < 0)
        {
            return "no HTTP response: " + response;
        }

        var lines = response[..end].Split("\r\n");
        var mediaType = HeaderOf(lines, "Content-Type")?.Split(';')[0];
        var isWhole = int.TryParse(HeaderOf(lines, "Content-Length"), out var length) && response.Length >= end + 4 + length;
        return ResponseJudge.Judge(int.Parse(lines[0].AsSpan(9, 3)), isWhole ? mediaType : null, isWhole ? Encoding.Latin1.GetBytes(response.Substring(end + 4, length)) : []);
    }

    private static string? HeaderOf(string[] lines, string name) =>
        Array.Find(lines, line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    private static async Task<string> ReceiveAsync(Socket socket, CancellationToken cancellationToken)
    {
        var response = new StringBuilder();
        var buffer = new byte[16 * 1024];
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            int count;
            do
            {
                quiet.CancelAfter(s_patience);
                count = await socket.ReceiveAsync(buffer, quiet.Token);
                response.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
            while (count == buffer.Length && response.Length < LongestResponse);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }

        return response.ToString();
    }
}
