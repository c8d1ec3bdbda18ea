using System.Text.RegularExpressions;
using OwnedData.Schema.Model.Loading;

namespace OwnedData.Schema.Tests.Model;

/// <summary>Holds docs/model.md to the code: its headings, its examples and the errors it quotes.</summary>
public sealed class ModelDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SampleModel.RepositoryRoot, "docs/model.md"));

    [Fact]
    public void Every_directive_has_a_heading_and_no_other_has_one()
    {
        var headings = Regex.Matches(Text, "^### `@(\\w+)`$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        Assert.Equal(ModelDirectives.Names.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_example_is_a_model_or_has_the_error_that_follows_it()
    {
        var examples = Regex.Matches(Text, "```graphql\n(.*?)```(?:\n```text\n(.*?)\n```)?", RegexOptions.Singleline);

        Assert.Equal(3 + ModelDirectives.Names.Length, examples.Count(example => example.Groups[2].Success));
        Assert.All(examples, example => Assert.Equal(
            example.Groups[2].Success ? example.Groups[2].Value : "",
            string.Join('\n', SampleModel.Check(example.Groups[1].Value).Errors)));
    }
}
