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
}
