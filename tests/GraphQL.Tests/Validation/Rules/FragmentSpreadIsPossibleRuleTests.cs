namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadIsPossibleRuleTests
{
    [Theory]
    [InlineData("{ dog { ...P ... on CatOrDog { __typename } ... on Being { name } } catOrDog { ... on Pet { name } } foreign { ... on Being { name } } } fragment P on Pet { name }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { ... on Cat { meows } } }",
        "Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\". (1:9)")]
    [InlineData(
        "{ cat { ...D } } fragment D on Dog { barks }",
        "Fragment \"D\" cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\". (1:9)")]
    [InlineData(
        "{ human { ... on Pet { name } } }",
        "Fragment cannot be spread here as objects of type \"Human\" can never be of type \"Pet\". (1:11)")]
    [InlineData(
        "{ foreign { ... on CatOrDog { __typename } } }",
        "Fragment cannot be spread here as objects of type \"Foreign\" can never be of type \"CatOrDog\". (1:13)")]
    [InlineData(
        "{ pet { ...H } } fragment H on Human { name }",
        "Fragment \"H\" cannot be spread here as objects of type \"Pet\" can never be of type \"Human\". (1:9)")]
    [InlineData(
        "{ dog { ... on Missing { x } } }",
        "Unknown type \"Missing\". (1:16)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
