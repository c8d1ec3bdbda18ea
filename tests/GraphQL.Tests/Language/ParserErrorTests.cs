using System.Text;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Tests.Language;

/// <summary>Every message of the lexer and the parser, with its place. The words are graphql-js 16's.</summary>
public sealed class ParserErrorTests
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("# only a comment", "Unexpected <EOF>.", 1, 17)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ field: {} }", "Expected Name, found \"{\".", 1, 10)]
    [InlineData("{ a(}", "Expected Name, found \"}\".", 1, 5)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a(b: ) }", "Unexpected \")\".", 1, 8)]
    [InlineData("{ a(b 1) }", "Expected \":\", found Int \"1\".", 1, 7)]
    [InlineData("{ a(b: [1}) }", "Unexpected \"}\".", 1, 10)]
    [InlineData("{ a(b: {c 1.5}) }", "Expected \":\", found Float \"1.5\".", 1, 11)]
    [InlineData("{ a \"text\" }", "Expected Name, found String \"text\".", 1, 5)]
    [InlineData("{ a \"\"\"\n  text\n\"\"\" }", "Expected Name, found BlockString \"text\".", 1, 5)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ ... }", "Expected \"{\", found \"}\".", 1, 7)]
    [InlineData("\n{ ...MissingOn }\nfragment MissingOn Type", "Expected \"on\", found Name \"Type\".", 3, 20)]
    [InlineData("fragment on on on { on }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("notAnOperation Foo { field }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Unexpected \"...\".", 1, 1)]
    [InlineData("query", "Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("query ($a) { a }", "Expected \":\", found \")\".", 1, 10)]
    [InlineData("query () { a }", "Expected \"$\", found \")\".", 1, 8)]
    [InlineData("query ($a: Int!!) { a }", "Expected \"$\", found \"!\".", 1, 16)]
    [InlineData("query ($a: [Int) { a }", "Expected \"]\", found \")\".", 1, 16)]
    [InlineData("query Q($x: T = { a: { b: [ $variable ] } }) { f }", "Unexpected variable \"$variable\" in constant value.", 1, 29)]
    [InlineData("query ($a: T = $) { a }", "Unexpected \"$\".", 1, 16)]
    [InlineData("query ($a: T @d(e: $f)) { a }", "Unexpected variable \"$f\" in constant value.", 1, 20)]
    [InlineData("\"words\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"words\" extend type A { a: B }", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"words\" 1", "Unexpected Int \"1\".", 1, 9)]
    [InlineData("type A {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("type A { a(): B }", "Expected Name, found \")\".", 1, 12)]
    [InlineData("type A implements B & { a: C }", "Expected Name, found \"{\".", 1, 23)]
    [InlineData("schema {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("schema @d", "Expected \"{\", found <EOF>.", 1, 10)]
    [InlineData("schema { read: Query }", "Unexpected Name \"read\".", 1, 10)]
    [InlineData("union A = | | B", "Expected Name, found \"|\".", 1, 13)]
    [InlineData("enum A { B true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("enum A { B\r\nnull }", "Name \"null\" is reserved and cannot be used for an enum value.", 2, 1)]
    [InlineData("enum A { false }", "Name \"false\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum A {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("input A { b(c: D): E }", "Expected \":\", found \"(\".", 1, 12)]
    [InlineData("input A {}", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("directive @a", "Expected \"on\", found <EOF>.", 1, 13)]
    [InlineData("directive @a on FIELD | INCORRECT_LOCATION", "Unexpected Name \"INCORRECT_LOCATION\".", 1, 25)]
    [InlineData("directive @a on DIRECTIVE_DEFINITION", "Unexpected Name \"DIRECTIVE_DEFINITION\".", 1, 17)]
    [InlineData("extend", "Unexpected <EOF>.", 1, 7)]
    [InlineData("extend directive @a on FIELD", "Unexpected Name \"directive\".", 1, 8)]
    [InlineData("extend \"words\" type A { a: B }", "Unexpected String \"words\".", 1, 8)]
    [InlineData("extend schema", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend scalar A", "Unexpected <EOF>.", 1, 16)]
    [InlineData("extend type A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend interface A\nscalar B", "Unexpected Name \"scalar\".", 2, 1)]
    [InlineData("extend union A", "Unexpected <EOF>.", 1, 15)]
    [InlineData("extend enum A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend input A", "Unexpected <EOF>.", 1, 15)]
    public void A_document_that_breaks_the_grammar_is_refused_where_it_does(string text, string message, int line, int column)
    {
        AssertRefused(text, message, line, column);
    }

    [Theory]
    [InlineData("{ a ? }", "Unexpected character: \"?\".", 1, 5)]
    [InlineData("{\r\n\r a\u0000 }", "Unexpected character: U+0000.", 3, 3)]
    [InlineData("\u007F", "Unexpected character: U+007F.", 1, 1)]
    [InlineData("{ é }", "Unexpected character: U+00E9.", 1, 3)]
    [InlineData("\uFEFF\u203B", "Unexpected character: U+203B.", 1, 2)]
    [InlineData("{ a(b: \"😀\") 😀 }", "Unexpected character: U+1F600.", 1, 14)]
    [InlineData("{ a .. }", "Unexpected character: \".\".", 1, 5)]
    [InlineData("{ a(b: 'c') }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 8)]
    [InlineData("{ a(b: 00) }", "Invalid number, unexpected digit after 0: \"0\".", 1, 9)]
    [InlineData("{ a(b: -) }", "Invalid number, expected digit but got: \")\".", 1, 9)]
    [InlineData("{ a(b: -", "Invalid number, expected digit but got: <EOF>.", 1, 9)]
    [InlineData("{ a(b: +1) }", "Unexpected character: \"+\".", 1, 8)]
    [InlineData("{ a(b: 1.) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(b: .5) }", "Unexpected character: \".\".", 1, 8)]
    [InlineData("{ a(b: 1.2.3) }", "Invalid number, expected digit but got: \".\".", 1, 11)]
    [InlineData("{ a(b: 1e) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(b: 1e+\") }", "Invalid number, expected digit but got: '\"'.", 1, 11)]
    [InlineData("{ a(b: 0x1) }", "Invalid number, expected digit but got: \"x\".", 1, 9)]
    [InlineData("{ a(b: 1_000) }", "Invalid number, expected digit but got: \"_\".", 1, 9)]
    [InlineData("{ a(b: 1\u00E9) }", "Unexpected character: U+00E9.", 1, 9)]
    [InlineData("\"", "Unterminated string.", 1, 2)]
    [InlineData("\"\"\"", "Unterminated string.", 1, 4)]
    [InlineData("\"\"\"\"", "Unterminated string.", 1, 5)]
    [InlineData("{ a(b: \"c\n\") }", "Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"é😀\r\n\") }", "Unterminated string.", 1, 12)]
    [InlineData("\"\"\"\r\n é\r \\\"\"\" ", "Unterminated string.", 3, 7)]
    [InlineData("{ a(b: \"bad \\z esc\") }", "Invalid character escape sequence: \"\\z\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\😀 esc\") }", "Invalid character escape sequence: \"\\\".", 1, 13)]
    [InlineData("\"\\", "Invalid character escape sequence: \"\\\".", 1, 2)]
    [InlineData("{ a(b: \"bad \\u1 esc\") }", "Invalid Unicode escape sequence: \"\\u1 es\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\uXXXF\") }", "Invalid Unicode escape sequence: \"\\uXXXF\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\u0041\\uD800\") }", "Invalid Unicode escape sequence: \"\\uD800\".", 1, 19)]
    [InlineData("{ a(b: \"bad \\uDEAD\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uDEAD\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\uD83D\\u0041\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\u{}\") }", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\u{D800}\") }", "Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\u{110000}\") }", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\u{FFFFFFFF}\") }", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF}\".", 1, 13)]
    [InlineData("{ a(b: \"bad \\u{X}\") }", "Invalid Unicode escape sequence: \"\\u{X\".", 1, 13)]
    [InlineData("\"\\u{41", "Invalid Unicode escape sequence: \"\\u{41\".", 1, 2)]
    public void A_text_that_is_no_token_is_refused_where_it_stands(string text, string message, int line, int column)
    {
        AssertRefused(text, message, line, column);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'{', 0xC3, (byte)'}' }, "C3", 1, 2)]
    [InlineData(new byte[] { (byte)'#', 0xC3, 0xA9, (byte)'\n', (byte)' ', 0xFF }, "FF", 2, 2)]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' }, "ED", 1, 2)]
    public void Bytes_that_are_no_UTF_8_are_refused_even_in_comments_and_strings(byte[] text, string unexpected, int line, int column)
    {
        var error = Assert.Single(Parser.Parse(text, ParserLimits.Default).Errors);

        Assert.Equal(ErrorCatalog.SyntaxError, error.Code);
        Assert.Equal($"Syntax Error: Invalid UTF-8: unexpected byte 0x{unexpected}.", error.Message);
        Assert.Equal(new Location(line, column), Assert.Single(error.Locations));
    }

    [Fact]
    public void A_message_quotes_the_beginning_of_a_long_token_only()
    {
        AssertRefused($"{{ a \"{new string('x', 5_000)}\" }}", $"Expected Name, found String \"{new string('x', 200)}…\".", 1, 5);
    }

    private static void AssertRefused(string text, string message, int line, int column)
    {
        var outcome = Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default);

        var error = Assert.Single(outcome.Errors);
        Assert.Equal(ErrorCatalog.SyntaxError, error.Code);
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(new Location(line, column), Assert.Single(error.Locations));
        Assert.False(outcome.TryGetValue(out _));
    }
}
