using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("^[A-Z]{2}$", "CH", true)]
    [InlineData("^[A-Z]{2}$", "CH\n", false)]
    [InlineData("^(a$|b)", "a\n", false)]
    [InlineData("^[$]$", "$", true)]
    [InlineData("^[]$]$", "$", true)]
    [InlineData("^[^]$]$", "$", false)]
    [InlineData("^[a-z-[$e]]$", "e", false)]
    [InlineData("^[a-z-[$e]]$", "a\n", false)]
    [InlineData(@"^\$$", "$", true)]
    [InlineData(@"^\[$", "[", true)]
    [InlineData(@"^\[$", "[\n", false)]
    public void The_end_of_the_text_is_its_end(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new TextPattern(pattern).IsMatch(text));

    [Fact]
    public void It_shows_itself_as_it_was_written() => Assert.Equal("^a$", new TextPattern("^a$").ToString());
}
