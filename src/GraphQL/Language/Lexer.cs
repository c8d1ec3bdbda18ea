using System.Text;
using OwnedData.GraphQL.Errors;

namespace OwnedData.GraphQL.Language;

/// <summary>
/// Parsing's first half, §2.1: text → tokens, those that are ignored left out. A copy of it looks ahead.
/// Invariants: the text is valid UTF-8; after the first error only ends of file follow.
/// </summary>
internal ref partial struct Lexer
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;
    private int _line = 1;

    // Byte offset of the line's first character, plus one for each byte on the line so far that is no UTF-16 code unit
    // of its own: columns count code units, as graphql-js and every editor protocol do.
    private int _lineStart;

    public Lexer(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>The first error; null while there is none.</summary>
    public GraphQLError? Error { get; private set; }

    // Token :: Punctuator | Name | IntValue | FloatValue | StringValue
    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        if (start >= _text.Length)
        {
            return TokenTo(TokenKind.EndOfFile, start);
        }

        var first = _text[start];
        if (IsNameStart(first))
        {
            return ReadName();
        }

        if (Punctuator(first) is not TokenKind.EndOfFile and var punctuator)
        {
            return TokenTo(punctuator, start + 1);
        }

        return first switch
        {
            (byte)'.' when _text[start..].StartsWith("..."u8) => TokenTo(TokenKind.Spread, start + 3),
            (byte)'"' when _text[start..].StartsWith("\"\"\""u8) => ReadBlockString(),
            (byte)'"' => ReadString(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => ReadNumber(),
            (byte)'\'' => Refuse(start, "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ => Refuse(start, $"Unexpected character: {Describe(start)}."),
        };
    }

    /// <summary>The bytes of a name or a number.</summary>
    public readonly ReadOnlySpan<byte> Text(Token token) => _text[token.Start..token.End];

    /// <summary>Ends the document here; only the first call's error counts.</summary>
    public void Fail(GraphQLError error)
    {
        Error ??= error;
        _position = _text.Length;
    }

    /// <summary>The place of a byte offset, for errors: reads the text from its start.</summary>
    public static Location LocationAt(ReadOnlySpan<byte> text, int position)
    {
        var (line, lineStart) = (1, 0);
        for (var index = 0; index < position; index++)
        {
            if (text[index] == (byte)'\n' || (text[index] == (byte)'\r' && !text[(index + 1)..].StartsWith("\n"u8)))
            {
                line++;
                lineStart = index + 1;
            }
        }

        return new Location(line, Encoding.UTF8.GetCharCount(text[lineStart..position]) + 1);
    }

    private static TokenKind Punctuator(byte character) => character switch
    {
        (byte)'!' => TokenKind.Bang,
        (byte)'$' => TokenKind.Dollar,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'(' => TokenKind.ParenLeft,
        (byte)')' => TokenKind.ParenRight,
        (byte)':' => TokenKind.Colon,
        (byte)'=' => TokenKind.EqualsSign,
        (byte)'@' => TokenKind.At,
        (byte)'[' => TokenKind.BracketLeft,
        (byte)']' => TokenKind.BracketRight,
        (byte)'{' => TokenKind.BraceLeft,
        (byte)'|' => TokenKind.Pipe,
        (byte)'}' => TokenKind.BraceRight,
        _ => TokenKind.EndOfFile,
    };

    private static bool IsDigit(int character) => character is >= '0' and <= '9';

    private static bool IsNameStart(int character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    // Ignored :: UnicodeBOM | WhiteSpace | LineTerminator | Comment | Comma
    private void SkipIgnored()
    {
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    _position++;
                    break;
                case (byte)'\n':
                    StartLine(1);
                    break;
                case (byte)'\r':
                    StartLine(_text[_position..].StartsWith("\r\n"u8) ? 2 : 1);
                    break;
                case (byte)'#':
                    SkipComment();
                    break;
                case 0xEF when _text[_position..].StartsWith("\uFEFF"u8):
                    _position += 3;
                    _lineStart += 2;
                    break;
                default:
                    return;
            }
        }
    }

    // Comment :: # CommentChar* [lookahead != CommentChar]
    private void SkipComment()
    {
        var comment = _text[_position..];
        var length = comment.IndexOfAny((byte)'\n', (byte)'\r');
        comment = length < 0 ? comment : comment[..length];
        _position += comment.Length;
        _lineStart += ExcessBytes(comment);
    }

    private void StartLine(int terminator)
    {
        _position += terminator;
        _line++;
        _lineStart = _position;
    }

    // Name :: NameStart NameContinue* [lookahead != NameContinue]
    private Token ReadName()
    {
        var end = _position + 1;
        while (end < _text.Length && (IsNameStart(_text[end]) || IsDigit(_text[end])))
        {
            end++;
        }

        return TokenTo(TokenKind.Name, end);
    }

    // IntValue :: IntegerPart [lookahead != {Digit, `.`, NameStart}]
    // FloatValue :: IntegerPart FractionalPart? ExponentPart? with one of them, and the same lookahead
    private Token ReadNumber()
    {
        var position = At(_position) == '-' ? _position + 1 : _position;
        var kind = TokenKind.Int;
        if (At(position) == '0' && IsDigit(At(position + 1)))
        {
            return Refuse(position + 1, $"Invalid number, unexpected digit after 0: {Describe(position + 1)}.");
        }

        if (!SkipDigits(ref position))
        {
            return RefuseDigit(position);
        }

        // FractionalPart :: . Digit+
        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position++;
            if (!SkipDigits(ref position))
            {
                return RefuseDigit(position);
            }
        }

        // ExponentPart :: ExponentIndicator Sign? Digit+
        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position += At(position + 1) is '+' or '-' ? 2 : 1;
            if (!SkipDigits(ref position))
            {
                return RefuseDigit(position);
            }
        }

        return At(position) == '.' || IsNameStart(At(position)) ? RefuseDigit(position) : TokenTo(kind, position);
    }

    private readonly bool SkipDigits(ref int position)
    {
        var start = position;
        while (IsDigit(At(position)))
        {
            position++;
        }

        return position > start;
    }

    private Token RefuseDigit(int position) => Refuse(position, $"Invalid number, expected digit but got: {Describe(position)}.");

    // -1 behind the end, so that no reader needs a bounds check of its own.
    private readonly int At(int position) => position < _text.Length ? _text[position] : -1;

    private Token TokenTo(TokenKind kind, int end)
    {
        var token = new Token(kind, _position, end, new Location(_line, _position - _lineStart + 1));
        _position = end;
        return token;
    }

    private Token Refuse(int position, string description)
    {
        Fail(new GraphQLError(ErrorCatalog.SyntaxError, $"Syntax Error: {description}", [LocationAt(_text, position)]));
        return TokenTo(TokenKind.EndOfFile, _position);
    }

    // Printable ASCII in quotes, anything else as U+1234.
    private readonly string Describe(int position)
    {
        if (position >= _text.Length)
        {
            return TokenKindText.Of(TokenKind.EndOfFile);
        }

        Rune.DecodeFromUtf8(_text[position..], out var character, out _);
        return character.Value switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{character}\"",
            _ => $"U+{character.Value:X4}",
        };
    }

    private static int ExcessBytes(ReadOnlySpan<byte> text) => text.Length - Encoding.UTF8.GetCharCount(text);
}
