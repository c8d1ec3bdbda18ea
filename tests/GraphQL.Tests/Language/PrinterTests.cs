using System.Text;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Tests.Language;

/// <summary>The choices of the format; what each construct looks like is in the snapshots of <see cref="ParserTests"/>.</summary>
public sealed class PrinterTests
{
    [Fact]
    public void Arguments_that_make_a_line_of_eighty_stay_on_it()
    {
        var fits = $"{{\n  trip(wheelchair: false, arriveBy: false, note: \"{new string('x', 31)}\")\n}}";

        Assert.Equal(80, "trip(wheelchair: false, arriveBy: false, note: \"\")".Length + 30);
        AssertPrinted(fits.Replace("x\"", "\"", StringComparison.Ordinal), fits.Replace("x\"", "\"", StringComparison.Ordinal));
        AssertPrinted(fits, $"{{\n  trip(\n    wheelchair: false\n    arriveBy: false\n    note: \"{new string('x', 31)}\"\n  )\n}}");
    }

    [Fact]
    public void Described_arguments_go_on_a_line_each()
    {
        AssertPrinted("type A { b(c: Int, \"D\" d: Int): E }", "type A {\n  b(\n    c: Int\n    \"D\"\n    d: Int\n  ): E\n}");
        AssertPrinted("query Q($a: Int, \"B\" $b: Int) { c }", "query Q(\n$a: Int\n\"B\"\n$b: Int\n) {\n  c\n}");
        AssertPrinted("directive @a(\"B\" b: Int) on FIELD", "directive @a(\n  \"B\"\n  b: Int\n) on FIELD");
    }

    [Fact]
    public void A_query_with_nothing_but_selections_is_shorthand()
    {
        AssertPrinted("query { a }", "{\n  a\n}");
        AssertPrinted("query @b { a }", "query @b {\n  a\n}");
        AssertPrinted("query ($b: C) { a }", "query ($b: C) {\n  a\n}");
        AssertPrinted("\"d\" query { a }", "\"d\"\nquery {\n  a\n}");
    }

    [Fact]
    public void A_block_string_is_indented_with_its_line()
    {
        AssertPrinted(
            "type A {\n\"\"\"\n  b\n    c\n\"\"\"\nd: E @f(g: \"\"\"h\ni\"\"\")}",
            "type A {\n  \"\"\"\n  b\n    c\n  \"\"\"\n  d: E @f(g: \"\"\"\n  h\n  i\n  \"\"\")\n}");
    }

    [Theory]
    [InlineData("words", "\"\"\"words\"\"\"")]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("  indented", "\"\"\"  indented\"\"\"")]
    [InlineData("two\n  lines", "\"\"\"\ntwo\n  lines\n\"\"\"")]
    [InlineData("ends with \"", "\"\"\"\nends with \"\n\"\"\"")]
    [InlineData("ends with \\", "\"\"\"\nends with \\\n\"\"\"")]
    [InlineData("a \"\"\" b", "\"\"\"a \\\"\"\" b\"\"\"")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234567890", "\"\"\"1234567890123456789012345678901234567890123456789012345678901234567890\"\"\"")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901", "\"\"\"\n12345678901234567890123456789012345678901234567890123456789012345678901\n\"\"\"")]
    public void A_block_string_spreads_where_it_must(string value, string printed)
    {
        Assert.Equal(printed, Printer.Print(new StringValueNode(default, value, IsBlock: true)));
    }

    [Theory]
    [InlineData("carriage\rreturn", "\"carriage\\rreturn\"")]
    [InlineData("\nleading", "\"\\nleading\"")]
    [InlineData("trailing\n", "\"trailing\\n\"")]
    [InlineData("  all\n  indented", "\"  all\\n  indented\"")]
    public void A_block_string_that_would_lose_something_is_printed_as_a_string(string value, string printed)
    {
        Assert.Equal(printed, Printer.Print(new StringValueNode(default, value, IsBlock: true)));
    }

    [Fact]
    public void A_string_escapes_quotes_backslashes_and_control_characters()
    {
        Assert.Equal(
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\\u007F\\u009F é😀\"",
            Printer.Print(new StringValueNode(default, "\"\\/\b\f\n\r\t\0\u001F\u007F\u009F é😀", IsBlock: false)));
    }

    private static void AssertPrinted(string text, string printed)
    {
        Assert.True(Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default).TryGetValue(out var document));
        Assert.Equal(printed, Printer.Print(document));
    }
}
