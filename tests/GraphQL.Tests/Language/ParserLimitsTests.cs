using System.Text;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    private const int Deep = 500;

    [Fact]
    public void Twenty_thousand_tokens_are_refused_at_the_first_one_too_many()
    {
        var text = "{" + string.Concat(Enumerable.Repeat("\na", 20_000)) + "}";

        AssertRefused(text, ErrorCatalog.DocumentTooLong, "Document contains more than 15000 tokens.", new Location(15_001, 1));
    }

    [Fact]
    public void As_many_tokens_as_the_limit_are_taken()
    {
        var limits = new ParserLimits(Tokens: 5);

        Assert.True(Parser.Parse("{ a # b\n b,, c }"u8, limits).TryGetValue(out _));
        Assert.Equal(ErrorCatalog.DocumentTooLong, Parser.Parse("{ a b c d }"u8, limits).Errors[0].Code);
    }

    [Fact]
    public void One_byte_more_than_a_mebibyte_is_refused()
    {
        var text = "{ a }".PadRight(1_048_576);

        Assert.True(Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default).TryGetValue(out _));
        AssertRefused(text + " ", ErrorCatalog.DocumentTooLarge, "Document contains more than 1048576 bytes.", location: null);
    }

    [Theory]
    [InlineData("", "{ a ", "", " }")]
    [InlineData("{ a ", "... { b ", "", " }")]
    [InlineData("{ a ", "... on T { b ", "", " }")]
    [InlineData("{ a(b: ", "[", "1", "]")]
    [InlineData("{ a(b: ", "{ c: ", "1", "}")]
    [InlineData("{ a(b: ", "[{ c: ", "1", "}]")]
    [InlineData("{ a @b(c: ", "[", "1", "]")]
    [InlineData("query ($a: ", "[", "Int", "]!")]
    [InlineData("query ($a: T = ", "[", "1", "]")]
    [InlineData("query ($a: T @b(c: ", "{ d: ", "1", "}")]
    [InlineData("type A { b: ", "[", "Int", "]")]
    [InlineData("type A { b(c: ", "[", "Int", "]")]
    [InlineData("type A { b(c: T = ", "{ d: ", "1", "}")]
    [InlineData("input A { b: T = ", "[", "1", "]")]
    [InlineData("extend scalar A @b(c: ", "[", "1", "]")]
    public void Nesting_deeper_than_the_limit_is_refused_whatever_nests(string before, string open, string middle, string close)
    {
        var text = before + string.Concat(Enumerable.Repeat(open, Deep)) + middle + string.Concat(Enumerable.Repeat(close, Deep));

        AssertRefused(text, ErrorCatalog.DocumentTooDeep, "Document is nested more than 64 levels deep.", location: null);
    }

    [Fact]
    public void Openings_that_are_never_closed_are_refused_too()
    {
        AssertRefused(new string('{', 100_000), ErrorCatalog.SyntaxError, "Expected Name, found \"{\".", new Location(1, 2), string.Empty);
        AssertRefused("{ a(b: " + new string('[', 10_000), ErrorCatalog.DocumentTooDeep, "Document is nested more than 64 levels deep.", new Location(1, 71));
    }

    [Fact]
    public void The_error_of_depth_stands_at_the_opening_that_is_one_too_many()
    {
        var limits = new ParserLimits(Depth: 3);

        Assert.True(Parser.Parse("{ a { b { c } } d { e } }"u8, limits).TryGetValue(out _));
        var error = Assert.Single(Parser.Parse("{ a { b { c } } d { e {\nf { g } } } }"u8, limits).Errors);
        Assert.Equal(new Location(2, 3), Assert.Single(error.Locations));
    }

    [Fact]
    public void Siblings_do_not_add_to_the_depth()
    {
        var text = "{" + string.Concat(Enumerable.Repeat(" a(b: [[1]], c: {d: [{}]}) { e }", 300)) + " }";

        Assert.True(Parser.Parse(Encoding.UTF8.GetBytes(text), new ParserLimits(Depth: 4)).TryGetValue(out _));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, ParserLimits.HighestDepth + 1, 1)]
    public void Limits_that_switch_the_protection_off_cannot_be_made(int tokens, int depth, int bytes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserLimits(tokens, depth, bytes));
    }

    [Fact]
    public void The_highest_depth_leaves_stack_to_spare()
    {
        var levels = ParserLimits.HighestDepth;
        var text = string.Concat(Enumerable.Repeat("{ a ", levels)) + new string('}', levels);
        var parsed = false;

        // The smallest stack that .NET threads have on any supported platform is musl's 1.5 MB; a third of it does.
        var thread = new Thread(() => parsed = Parser.Parse(Encoding.UTF8.GetBytes(text), new ParserLimits(Depth: levels)).TryGetValue(out _), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(parsed);
    }

    private static void AssertRefused(string text, ErrorCode code, string message, Location? location, string ending = " Parsing aborted.")
    {
        var error = Assert.Single(Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default).Errors);

        Assert.Equal(code, error.Code);
        Assert.Equal($"Syntax Error: {message}{ending}", error.Message);
        if (location is { } expected)
        {
            Assert.Equal(expected, Assert.Single(error.Locations));
        }
    }
}
