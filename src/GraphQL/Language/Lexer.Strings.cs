using System.Buffers;
using System.Text;

namespace OwnedData.GraphQL.Language;

/// <summary>Strings and block strings, §2.10.4: reading checks them, the value is made only when it is asked for.</summary>
internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>The value of a string or block string token.</summary>
    public readonly string StringValue(Token token)
    {
        if (token.Kind == TokenKind.BlockString)
        {
            var block = Encoding.UTF8.GetString(_text[(token.Start + 3)..(token.End - 3)]);
            return BlockString.Dedent(block.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal));
        }

        var raw = _text[(token.Start + 1)..(token.End - 1)];
        return raw.Contains((byte)'\\') ? Unescape(raw) : Encoding.UTF8.GetString(raw);
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var value = new StringBuilder(raw.Length);
        for (var length = raw.IndexOf((byte)'\\'); length >= 0; length = raw.IndexOf((byte)'\\'))
        {
            var escape = StringEscape.Read(raw[length..]);
            value.Append(Encoding.UTF8.GetString(raw[..length])).Append(escape.Value!.Value);
            raw = raw[(length + escape.Length)..];
        }

        return value.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    // StringValue :: `""` [lookahead != `"`] | `"` StringCharacter+ `"`
    private Token ReadString()
    {
        var start = _position;
        var position = start + 1;
        while (true)
        {
            position = NextStop(position);
            switch (At(position))
            {
                case '"':
                    var token = TokenTo(TokenKind.String, position + 1);
                    _lineStart += ExcessBytes(_text[start..position]);
                    return token;
                case '\\':
                    var escape = StringEscape.Read(_text[position..]);
                    if (escape.Value is null)
                    {
                        return RefuseEscape(position, escape.Length);
                    }

                    position += escape.Length;
                    break;
                default:
                    return Refuse(position, "Unterminated string.");
            }
        }
    }

    // StringValue :: `"""` BlockStringCharacter* `"""`
    private Token ReadBlockString()
    {
        var (line, lineStart, part) = (_line, _lineStart, _position);
        var position = _position + 3;
        while (true)
        {
            position = NextStop(position);
            var rest = _text[position..];
            switch (At(position))
            {
                case '"' when rest.StartsWith("\"\"\""u8):
                    var token = TokenTo(TokenKind.BlockString, position + 3);
                    (_line, _lineStart) = (line, lineStart + ExcessBytes(_text[part..position]));
                    return token;
                case '\\' when rest.StartsWith("\\\"\"\""u8):
                    position += 4;
                    break;
                case '"' or '\\':
                    position++;
                    break;
                case '\n' or '\r':
                    position += rest.StartsWith("\r\n"u8) ? 2 : 1;
                    line++;
                    lineStart = part = position;
                    break;
                default:
                    return Refuse(position, "Unterminated string.");
            }
        }
    }

    private readonly int NextStop(int position)
    {
        var length = _text[position..].IndexOfAny(StringStops);
        return length < 0 ? _text.Length : position + length;
    }

    private Token RefuseEscape(int position, int codeUnits)
    {
        var kind = At(position + 1) == 'u' ? "Unicode" : "character";
        return Refuse(position, $"Invalid {kind} escape sequence: \"{Show(position, codeUnits)}\".");
    }

    private readonly string Show(int position, int codeUnits)
    {
        // At most three bytes a code unit, and one more to see a surrogate pair whole; half a pair is not shown.
        var text = Encoding.UTF8.GetString(_text.Slice(position, Math.Min((codeUnits * 3) + 1, _text.Length - position)));
        var length = Math.Min(codeUnits, text.Length);
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
