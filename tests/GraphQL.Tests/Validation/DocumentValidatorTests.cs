using System.Text;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void A_valid_document_gives_its_operations_and_fragments()
    {
        var outcome = DocumentValidator.Validate(ValidationAssert.Schema, Schemas.Parse("query A { dog { ...F } } query B { cat { name } } fragment F on Dog { name }"));

        Assert.True(outcome.TryGetValue(out var document));
        Assert.Equal(["A", "B"], document.Operations.Select(operation => operation.Name?.Value));
        Assert.Equal(["F"], document.Fragments.Keys.Order());
        Assert.Same(ValidationAssert.Schema, document.Schema);
    }

    [Theory]
    [InlineData("{ dog { name } }", null, "1")]
    [InlineData("{ dog { name } }", "", "1")]
    [InlineData("query A { dog { name } } query B { dog { name } }", "B", "26")]
    [InlineData("query A { dog { name } } query B { dog { name } }", null, "Must provide operation name if query contains multiple operations.")]
    [InlineData("query A { dog { name } }", "a", "Unknown operation named \"a\".")]
    [InlineData("{ dog { name } }", "A", "Unknown operation named \"A\".")]
    public void The_operation_to_execute_goes_by_its_name(string text, string? name, string columnOrMessage)
    {
        Assert.True(DocumentValidator.Validate(ValidationAssert.Schema, Schemas.Parse(text)).TryGetValue(out var document));

        var outcome = document.GetOperation(name);

        Assert.Equal(columnOrMessage, outcome.TryGetValue(out var operation) ? $"{operation.Location.Column}" : outcome.Errors.Single().Message);
    }

    [Fact]
    public void Nothing_is_suggested_when_names_are_to_be_kept_secret()
    {
        const string text = "query ($v: Humann) { dog { brakVolume name(surnam: 1) } pet { nickname } args { color(v: BROWM) complex(v: { required: true, strin: 1 }) } }";

        var errors = ValidationAssert.ErrorsOf(text, new ValidationOptions { Errors = new ErrorOptions(SuggestNames: false) });

        Assert.Equal(7, errors.Length);
        Assert.All(errors, error => Assert.DoesNotContain("Did you mean", error, StringComparison.Ordinal));
        Assert.Equal(6, ValidationAssert.ErrorsOf(text, ValidationOptions.Default).Count(error => error.Contains("Did you mean", StringComparison.Ordinal)));
    }

    [Fact]
    public void Errors_are_listed_up_to_a_hundred()
    {
        var errors = ValidationAssert.ErrorsOf("{ " + string.Concat(Enumerable.Range(0, 5_000).Select(index => $"x{index} ")) + "}", ValidationOptions.Default);

        Assert.Equal(101, errors.Length);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[100]);
    }

    [Fact]
    public void A_chain_of_fragments_deeper_than_the_limit_is_refused() => Assert.Equal(
        ["Selections are nested more than 256 levels deep once all fragments are spread. (1:1)"],
        ValidationAssert.ErrorsOf("{ dog { ...F0 } } " + ChainOf(255), ValidationOptions.Default));

    [Fact]
    public void A_chain_of_fragments_within_the_limit_is_valid() => Assert.Equal([], ValidationAssert.ErrorsOf("{ dog { ...F0 } } " + ChainOf(254), ValidationOptions.Default));

    [Fact]
    public void A_chain_of_fragments_as_long_as_a_document_is_answered_without_recursion()
    {
        var unused = ValidationAssert.ErrorsOf("{ dog { name } } " + ChainOf(15_000), ValidationOptions.Default);
        var cyclic = ValidationAssert.ErrorsOf(
            "{ dog { ...F0 } } " + ChainOf(15_000).Replace("F14999 on Dog { name", "F14999 on Dog { ...F0", StringComparison.Ordinal), ValidationOptions.Default);

        Assert.Equal(101, unused.Length);
        Assert.StartsWith("Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\"", cyclic[0], StringComparison.Ordinal);
        Assert.InRange(cyclic[0].Length, 1, 1_000);
    }

    [Fact]
    public void Twelve_hundred_fragments_in_one_selection_set_are_valid()
    {
        var spreads = string.Concat(Enumerable.Range(0, 1_200).Select(index => $"...F{index} "));
        var fragments = string.Concat(Enumerable.Range(0, 1_200).Select(index => $"fragment F{index} on Dog {{ name a{index}: barks }} "));

        Assert.Equal([], ValidationAssert.ErrorsOf($"{{ dog {{ {spreads} }} }} {fragments}", ValidationOptions.Default));
    }

    [Fact]
    public void Conflicts_are_not_looked_for_without_end()
    {
        var nested = new StringBuilder();
        for (var level = 0; level < 60; level++)
        {
            nested.Append("mother { ");
        }

        nested.AppendJoin(' ', Enumerable.Range(0, 500).Select(index => $"x: isAtLocation(x: {index})")).Append('}', 60);

        var errors = ValidationAssert.ErrorsOf($"{{ dog {{ {nested} {nested} }} }}", ValidationOptions.Default);

        Assert.InRange(errors.Length, 1, 101);
        Assert.All(errors, error => Assert.InRange(error.Length, 1, 2_000));
    }

    [Fact]
    public void A_conflict_of_many_subfields_is_told_in_a_thousand_characters_and_twenty_fields_a_side()
    {
        var names = string.Join(' ', Enumerable.Range(0, 30).Select(index => $"x{index}: name"));
        var nicknames = names.Replace("name", "nickname", StringComparison.Ordinal);

        var error = Assert.Single(ValidationAssert.ErrorsOf($"{{ dog {{ mother {{ {names} }} mother {{ {nicknames} }} }} }}", ValidationOptions.Default));

        var reason = string.Join(
            " and ", Enumerable.Range(0, 30).Select(index => $"subfields \"x{index}\" conflict because \"name\" and \"nickname\" are different fields"));
        Assert.StartsWith(
            $"Fields \"mother\" conflict because {reason[..1_000]}.... Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:18)",
            error,
            StringComparison.Ordinal);
        Assert.Equal(40, error.Split("(1:").Length - 1);
    }

    [Fact]
    public void Operations_that_share_fragments_are_checked_in_time_that_grows_with_both()
    {
        var text = new StringBuilder();
        for (var index = 0; index < 1_000; index++)
        {
            text.Append("query Q").Append(index).Append("($v: Int) { args { ...F0 } } ");
        }

        for (var index = 0; index < 200; index++)
        {
            text.Append("fragment F").Append(index).Append(" on Args { int(v: $v) ").Append(index < 199 ? $"...F{index + 1}" : "").Append(" } ");
        }

        Assert.Equal([], ValidationAssert.ErrorsOf(text.ToString(), ValidationOptions.Default));
    }

    private static string ChainOf(int length)
    {
        var text = new StringBuilder();
        for (var index = 0; index < length; index++)
        {
            text.Append("fragment F").Append(index).Append(" on Dog { ").Append(index < length - 1 ? $"...F{index + 1}" : "name").Append(" } ");
        }

        return text.ToString();
    }
}
