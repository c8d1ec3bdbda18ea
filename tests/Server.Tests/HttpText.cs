using System.Text;

namespace OwnedData.Server.Tests;

/// <summary>A whole response as text, to compare in one piece: status, the headers that the server decides, body.</summary>
internal static class HttpText
{
    private static readonly string[] s_incidental = ["Date", "Content-Length", "Transfer-Encoding"];

    public static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var text = new StringBuilder();
        text.Append((int)response.StatusCode).Append('\n');
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => !s_incidental.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            text.Append(header.Key).Append(": ").AppendJoin(", ", header.Value).Append('\n');
        }

        return text.Append('\n').Append(await response.Content.ReadAsStringAsync()).ToString();
    }

    /// <summary>The same of what came over a connection, its status line whole; for bodies of a known length.</summary>
    public static string OfRaw(string response)
    {
        var parts = response.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        var headers = lines.Skip(1).Where(line => !s_incidental.Contains(line.Split(':')[0])).Order(StringComparer.Ordinal);
        return string.Join('\n', [lines[0], .. headers, "", parts[1]]);
    }
}
