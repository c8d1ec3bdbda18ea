namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class RequiredArgumentsRuleTests
{
    [Theory]
    [InlineData("{ args { withDefault(b: 1) many(b: 1, a: 2) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ args { many } }",
        "Field \"many\" argument \"a\" of type \"Int!\" is required, but it was not provided. (1:10)",
        "Field \"many\" argument \"b\" of type \"Int!\" is required, but it was not provided. (1:10)")]
    [InlineData(
        "{ args { many(a: 1) } }",
        "Field \"many\" argument \"b\" of type \"Int!\" is required, but it was not provided. (1:10)")]
    [InlineData(
        "{ dog { name @needs } barks: dog @skip { name } }",
        "Directive \"@needs\" argument \"a\" of type \"Int!\" is required, but it was not provided. (1:14)",
        "Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. (1:34)")]
    [InlineData(
        "{ args { nonNullInt } }",
        "Field \"nonNullInt\" argument \"v\" of type \"Int!\" is required, but it was not provided. (1:10)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
