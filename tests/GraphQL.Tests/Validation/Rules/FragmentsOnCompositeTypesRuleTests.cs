namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    [Theory]
    [InlineData("{ dog { ... on Pet { name } ... on CatOrDog { __typename } ... { barks } } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ cat { ...F } } fragment F on Color { bad }",
        "Fragment \"F\" cannot condition on non composite type \"Color\". (1:32)")]
    [InlineData(
        "{ dog { ... on String { x } } }",
        "Fragment cannot condition on non composite type \"String\". (1:16)")]
    [InlineData(
        "{ dog { ...F } } fragment F on Complex { required }",
        "Fragment \"F\" cannot condition on non composite type \"Complex\". (1:32)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
