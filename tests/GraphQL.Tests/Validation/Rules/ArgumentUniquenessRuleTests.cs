namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class ArgumentUniquenessRuleTests
{
    [Theory]
    [InlineData("{ args { withDefault(a: 1, b: 2) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ args { withDefault(a: 1, a: 2, b: 1, b: 2, b: 3) } }",
        "There can be only one argument named \"a\". (1:22) (1:28)",
        "There can be only one argument named \"b\". (1:34) (1:40) (1:46)")]
    [InlineData(
        "{ dog { name @onField(a: 1, a: 2) } }",
        "There can be only one argument named \"a\". (1:23) (1:29)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
