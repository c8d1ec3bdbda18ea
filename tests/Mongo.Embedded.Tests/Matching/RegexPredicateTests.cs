using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Tests.Matching;

public sealed class RegexPredicateTests
{
    [Theory]
    [InlineData("a", "", "xax", true)]
    [InlineData("^a", "", "xa", false)]
    [InlineData("A", "i", "a", true)]
    [InlineData("^b", "m", "a\nb", true)]
    [InlineData("^b", "", "a\nb", false)]
    [InlineData("a.b", "", "a\nb", false)]
    [InlineData("a.b", "s", "a\nb", true)]
    [InlineData("a b # c", "x", "ab", true)]
    [InlineData("a", "u", "a", true)]
    [InlineData("a$", "", "a\n", true)]
    [InlineData(@"\d", "", "٣", false)]
    [InlineData(@"^\w+$", "", "aZ_9", true)]
    [InlineData(@"\w", "", "é", false)]
    [InlineData(@"[^\W]", "", "!", false)]
    [InlineData(@"[\D]", "", "5", false)]
    [InlineData(@"[\S]", "", " ", false)]
    [InlineData("[[:alpha:]_]+", "", "[", false)]
    [InlineData("^[[:digit:]]+$", "", "123", true)]
    [InlineData("[a-z-[aeiou]]", "", "e]", true)]
    [InlineData("[]a]", "", "]", true)]
    [InlineData(@"\Qa.b\E+", "", "a.b", true)]
    [InlineData(@"\Qa.b", "", "axb", false)]
    [InlineData(@"\x{e9}", "", "é", true)]
    [InlineData(@"\x{1F44B}", "", "👋", true)]
    [InlineData(@"a\_b", "", "a_b", true)]
    [InlineData("(?P<n>a)", "", "a", true)]
    [InlineData("(a)\\1", "", "aa", true)]
    [InlineData("a(?!b)", "", "ab", false)]
    [InlineData(@"^\h$", "", "\t", true)]
    [InlineData(@"^a\Rb$", "", "a\r\nb", true)]
    public void A_pattern_means_what_it_means_in_PCRE(string pattern, string options, string text, bool expected)
    {
        Assert.Equal(expected, Matches(RegexPredicate.From(pattern, options), text));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a**")]
    [InlineData("[a")]
    [InlineData("a\\")]
    [InlineData("a\0b")]
    [InlineData("[[:foo:]]")]
    [InlineData("(?R)")]
    [InlineData("(((a{100}){100}){100}){100}")]
    [InlineData("(a{1,9}){9999}")]
    [InlineData("((a{20}){20}){20}")]
    public void A_bad_or_oversized_pattern_is_refused(string pattern)
    {
        Assert.Equal(StoreErrorCode.InvalidRegex, Assert.Throws<StoreException>(() => RegexPredicate.From(pattern, "")).Code);
    }

    [Fact]
    public void A_pattern_beyond_PCREs_length_or_nesting_is_refused()
    {
        Assert.Throws<StoreException>(() => RegexPredicate.From(new string('a', 32_765), ""));
        Assert.Throws<StoreException>(() => RegexPredicate.From(new string('(', 300) + new string(')', 300), ""));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)*b")]
    [InlineData("^(.*a){12}$")]
    public void A_pattern_that_explodes_elsewhere_runs_in_linear_time(string pattern)
    {
        var text = new string('a', 50_000) + "!";
        var predicate = RegexPredicate.From(pattern, "");

        Assert.False(Matches(predicate, text));
    }

    [Fact]
    public void A_pattern_with_back_references_is_stopped()
    {
        var predicate = RegexPredicate.From(@"^(a+)+\1b$", "");

        var exception = Assert.Throws<StoreException>(() => Matches(predicate, new string('a', 5_000)));

        Assert.Equal(StoreErrorCode.RegexExecutionFailed, exception.Code);
    }

    [Theory]
    [InlineData("^abc", "", "abc")]
    [InlineData("^abc", "s", "abc")]
    [InlineData("^abc", "i", "")]
    [InlineData("^abc", "m", "")]
    [InlineData("abc", "", "")]
    [InlineData("^abc|d", "", "")]
    [InlineData("^ab*", "", "a")]
    [InlineData("^ab?", "", "a")]
    [InlineData("^ab{0,2}", "", "a")]
    [InlineData("^ab+", "", "a")]
    [InlineData(@"^a\.b.c", "", "a.b")]
    [InlineData(@"^a\d", "", "a")]
    [InlineData("^👋é", "", "👋é")]
    [InlineData("^👋*", "", "")]
    [InlineData("^(a)", "", "")]
    public void The_literal_beginning_of_an_anchored_pattern_is_known(string pattern, string options, string expected)
    {
        Assert.Equal(expected, Encoding.UTF8.GetString(RegexPredicate.From(pattern, options).LiteralPrefix.Span));
    }

    [Fact]
    public void A_regular_expression_matches_its_equal()
    {
        BsonDocument.Parse("""{"v": {"$regularExpression": {"pattern": "^a", "options": "im"}}}""").TryGetValue("v"u8, out var value);

        Assert.True(RegexPredicate.From("^a", "mi").Matches(value));
        Assert.False(RegexPredicate.From("^a", "i").Matches(value));
    }

    private static bool Matches(RegexPredicate predicate, string text)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("v"u8, text);
        writer.WriteEndDocument();
        writer.ToDocument().TryGetValue("v"u8, out var value);
        return predicate.Matches(value);
    }
}
