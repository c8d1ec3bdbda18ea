namespace OwnedData.GraphQL.Language;

/// <summary>A lexical token, §2.1.6: where it is. Its text is asked of the lexer, so that a token costs no string.</summary>
/// <param name="Kind">Which one; the end of file is one too.</param>
/// <param name="Start">Byte offset of its first byte.</param>
/// <param name="End">Byte offset behind its last byte.</param>
/// <param name="Location">Line and column of its first character.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, Location Location);
