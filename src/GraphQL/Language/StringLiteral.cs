using System.Text;

namespace OwnedData.GraphQL.Language;

/// <summary>String values as literals, §2.10.4: the lexer's reverse. Where lines break is graphql-js's choice.</summary>
internal static class StringLiteral
{
    // A block string of one line that is longer gets lines of its own for its quotes.
    private const int LongLine = 70;

    /// <summary>The literal with its quotes; its lines after the first are not indented.</summary>
    public static string Print(StringValueNode node) =>
        node.IsBlock && TryPrintBlock(node.Value, out var literal) ? literal : PrintQuoted(node.Value);

    private static string PrintQuoted(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                '\b' => literal.Append("\\b"),
                '\f' => literal.Append("\\f"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                < ' ' or (>= '\x7F' and <= '\x9F') => literal.Append($"\\u{(int)character:X4}"),
                _ => literal.Append(character),
            };
        }

        return literal.Append('"').ToString();
    }

    // Not every value has a block form: blank lines at its ends, common indentation and carriage returns would be lost.
    // The parser gives no such block string, a tree made by code may hold one.
    private static bool TryPrintBlock(string value, out string literal)
    {
        var lines = value.Split('\n');
        var isSpread = lines.Length > 1 || value.Length > LongLine || value.EndsWith('\\') || value.EndsWith('"');
        var beginsInQuotes = lines.Length == 1 && BlockString.LeadingWhiteSpace(value) > 0;
        var start = isSpread && !beginsInQuotes ? "\n" : string.Empty;
        var end = isSpread ? "\n" : string.Empty;
        var raw = start + value + end;
        literal = $"\"\"\"{raw.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal)}\"\"\"";
        return BlockString.Dedent(raw) == value;
    }
}
