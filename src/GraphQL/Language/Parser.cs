using System.Buffers;
using System.Text;
using System.Text.Unicode;
using OwnedData.GraphQL.Errors;

namespace OwnedData.GraphQL.Language;

/// <summary>
/// The first stage of a request: text → syntax tree, or the first error. Recursive descent; each method carries its production.
/// Invariant: after an error every token is the end of file and every loop ends; the half-made tree is dropped.
/// </summary>
public ref partial struct Parser
{
    // A message quotes at most so much of a token: an answer must not carry a client's megabyte back.
    private const int LongestQuote = 200;

    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private NameTable _names;
    private int _tokens;
    private int _depth;

    private Parser(ReadOnlySpan<byte> utf8, ParserLimits limits)
    {
        _limits = limits;
        _lexer = new Lexer(utf8);
        if (Refusal(utf8, limits) is { } refusal)
        {
            _lexer.Fail(refusal);
        }

        Advance();
    }

    /// <summary>Parses a whole document, §2.2. The error is one of <see cref="ErrorCatalog"/>'s syntax or limit rows.</summary>
    public static Outcome<DocumentNode> Parse(ReadOnlySpan<byte> utf8, ParserLimits limits)
    {
        var parser = new Parser(utf8, limits);
        return parser.Finish(parser.ParseDocument());
    }

    /// <summary>Parses a text that is one value, §2.10; a constant has no variables in it.</summary>
    public static Outcome<ValueNode> ParseValue(ReadOnlySpan<byte> utf8, ParserLimits limits, bool constant)
    {
        var parser = new Parser(utf8, limits);
        return parser.Finish(parser.ParseValue(constant));
    }

    /// <summary>Parses a text that is one type reference, §2.12.</summary>
    public static Outcome<TypeNode> ParseType(ReadOnlySpan<byte> utf8, ParserLimits limits)
    {
        var parser = new Parser(utf8, limits);
        return parser.Finish(parser.ParseType());
    }

    private static GraphQLError? Refusal(ReadOnlySpan<byte> utf8, ParserLimits limits)
    {
        if (utf8.Length > limits.Bytes)
        {
            var message = $"Syntax Error: Document contains more than {limits.Bytes} bytes. Parsing aborted.";
            return new GraphQLError(ErrorCatalog.DocumentTooLarge, message, []);
        }

        if (Utf8.IsValid(utf8))
        {
            return null;
        }

        var position = 0;
        while (Rune.DecodeFromUtf8(utf8[position..], out _, out var length) == OperationStatus.Done)
        {
            position += length;
        }

        return new GraphQLError(
            ErrorCatalog.SyntaxError,
            $"Syntax Error: Invalid UTF-8: unexpected byte 0x{utf8[position]:X2}.",
            [Lexer.LocationAt(utf8, position)]);
    }

    private Outcome<T> Finish<T>(T node)
        where T : SyntaxNode
    {
        Expect(TokenKind.EndOfFile);
        return _lexer.Error is { } error ? error : node;
    }

    private void Advance()
    {
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.Tokens)
        {
            Fail(ErrorCatalog.DocumentTooLong, _token, $"Document contains more than {_limits.Tokens} tokens. Parsing aborted.");
        }
    }

    private Token Lookahead()
    {
        var ahead = _lexer;
        var token = ahead.Next();
        if (ahead.Error is { } error)
        {
            _lexer.Fail(error);
            Advance();
        }

        return token;
    }

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    private readonly bool PeekKeyword(string keyword) => Peek(TokenKind.Name) && Ascii.Equals(_lexer.Text(_token), keyword);

    private bool Skip(TokenKind kind)
    {
        if (!Peek(kind))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword) => PeekKeyword(keyword) && Skip(TokenKind.Name);

    private bool Expect(TokenKind kind)
    {
        if (Skip(kind))
        {
            return true;
        }

        Fail(ErrorCatalog.SyntaxError, _token, $"Expected {TokenKindText.Of(kind)}, found {Describe(_token)}.");
        return false;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
        {
            Fail(ErrorCatalog.SyntaxError, _token, $"Expected \"{keyword}\", found {Describe(_token)}.");
        }
    }

    // Begins a list that may hold another of its own kind: the only way to recurse, so that depth is bounded here.
    private bool Descend(TokenKind open)
    {
        if (Peek(open) && _depth == _limits.Depth)
        {
            Fail(ErrorCatalog.DocumentTooDeep, _token, $"Document is nested more than {_limits.Depth} levels deep. Parsing aborted.");
        }

        if (!Expect(open))
        {
            return false;
        }

        _depth++;
        return true;
    }

    // Whether the list that `close` ends goes on; not after an error, or its loop would have no end.
    private bool Continues(TokenKind close) => _lexer.Error is null && !Skip(close);

    private void Unexpected(Token token) => Fail(ErrorCatalog.SyntaxError, token, $"Unexpected {Describe(token)}.");

    private void Fail(ErrorCode code, Token token, string description)
    {
        _lexer.Fail(new GraphQLError(code, $"Syntax Error: {description}", [token.Location]));
        _token = _lexer.Next();
    }

    private readonly string Describe(Token token)
    {
        var kind = TokenKindText.Of(token.Kind);
        if (token.Kind < TokenKind.Name)
        {
            return kind;
        }

        var text = token.Kind is TokenKind.String or TokenKind.BlockString ? _lexer.StringValue(token) : Encoding.ASCII.GetString(_lexer.Text(token));
        if (text.Length > LongestQuote)
        {
            text = $"{text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…";
        }

        return $"{kind} \"{text}\"";
    }

    private string NameText(Token token) => _names.Get(_lexer.Text(token));
}
