using System.Text;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Finds the literal text that an anchored pattern begins with, so that a prefix search can use an index. It may find less than there is, never more.</summary>
internal static class RegexPrefix
{
    internal static ReadOnlyMemory<byte> Find(string pattern, string options)
    {
        // Another branch would not have the prefix; under i, m and x the letters mean something else.
        if (!pattern.StartsWith('^') || options.AsSpan().ContainsAny("imx") || pattern.Contains('|', StringComparison.Ordinal))
        {
            return default;
        }

        var prefix = new StringBuilder();
        var position = 1;
        while (TryReadLiteral(pattern, ref position, out var literal))
        {
            prefix.Append(literal);
        }

        return Encoding.UTF8.GetBytes(prefix.ToString());
    }

    // One literal character (a surrogate pair counts as one) that no quantifier follows.
    private static bool TryReadLiteral(string pattern, ref int position, out ReadOnlySpan<char> literal)
    {
        literal = default;
        var start = position;
        var isEscaped = start < pattern.Length && pattern[start] == '\\';
        start += isEscaped ? 1 : 0;
        if (start >= pattern.Length || (isEscaped ? char.IsAsciiLetterOrDigit(pattern[start]) : ".[](){}*+?^$\\".Contains(pattern[start], StringComparison.Ordinal)))
        {
            return false;
        }

        var length = char.IsHighSurrogate(pattern[start]) && start + 1 < pattern.Length ? 2 : 1;
        var end = start + length;
        if (end < pattern.Length && pattern[end] is '*' or '?' or '{' or '+')
        {
            return false;
        }

        literal = pattern.AsSpan(start, length);
        position = end;
        return true;
    }
}
