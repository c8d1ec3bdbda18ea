namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreUniquePerLocationRuleTests
{
    [Theory]
    [InlineData("{ dog { name @many @many barks @onField nickname @onField } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog @onField @onField @onField { name @onField @many @onField } }",
        "The directive \"@onField\" can only be used once at this location. (1:7) (1:16)",
        "The directive \"@onField\" can only be used once at this location. (1:7) (1:25)",
        "The directive \"@onField\" can only be used once at this location. (1:41) (1:56)")]
    [InlineData(
        "{ dog @nope @nope { name } }",
        "Unknown directive \"@nope\". (1:7)",
        "Unknown directive \"@nope\". (1:13)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
