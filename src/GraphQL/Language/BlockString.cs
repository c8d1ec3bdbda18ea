using System.Text;

namespace OwnedData.GraphQL.Language;

/// <summary>The value of a block string, §2.10.4: BlockStringValue().</summary>
internal static class BlockString
{
    /// <summary>Takes the common indentation and the blank lines around off; <paramref name="raw"/> is what stands between the quotes.</summary>
    public static string Dedent(string raw)
    {
        var text = raw.Contains('\r', StringComparison.Ordinal)
            ? raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : raw;
        var (first, last, indent) = Measure(text);
        var value = new StringBuilder(text.Length);
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (number >= first && number <= last)
            {
                // The first line follows the quotes directly: what it begins with is no indentation.
                var line = text.AsSpan(range);
                value.Append(number == 0 ? line : line[Math.Min(indent, line.Length)..]);
                value.Append(number == last ? string.Empty : "\n");
            }

            number++;
        }

        return value.ToString();
    }

    /// <summary>Spaces and tabs at the start of a line.</summary>
    public static int LeadingWhiteSpace(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }

    private static (int First, int Last, int Indent) Measure(string text)
    {
        var (first, last, indent) = (0, -1, int.MaxValue);
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var leading = LeadingWhiteSpace(line);
            if (leading < line.Length)
            {
                first = last < 0 ? number : first;
                last = number;
                indent = number == 0 ? indent : Math.Min(indent, leading);
            }

            number++;
        }

        return (first, last, indent);
    }
}
