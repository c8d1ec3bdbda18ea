using OwnedData.Server.Commands;

namespace OwnedData.Server.Tests.Commands;

public sealed class LineDifferencesTests
{
    [Fact]
    public void Equal_texts_have_none_whatever_their_line_ends() => Assert.Empty(LineDifferences.Find("a\r\nb\r\n", "a\nb"));

    [Fact]
    public void Each_change_stands_under_its_line() =>
        Assert.Equal(
            ["@ line 2", "- b", "+ B", "@ line 4", "+ c2", "@ line 5", "- e"],
            LineDifferences.Find("a\nb\nc\nd\ne\nf", "a\nB\nc\nc2\nd\nf"));

    [Fact]
    public void An_empty_text_differs_in_every_line() => Assert.Equal(["@ line 1", "- ", "+ a", "+ b"], LineDifferences.Find("", "a\nb"));
}
