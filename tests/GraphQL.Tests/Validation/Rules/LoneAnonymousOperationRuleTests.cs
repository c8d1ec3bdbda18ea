namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests
{
    [Theory]
    [InlineData("{ dog { name } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { name } } query A { cat { name } }",
        "This anonymous operation must be the only defined operation. (1:1)")]
    [InlineData(
        "{ dog { name } } { cat { name } }",
        "This anonymous operation must be the only defined operation. (1:1)",
        "This anonymous operation must be the only defined operation. (1:18)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
