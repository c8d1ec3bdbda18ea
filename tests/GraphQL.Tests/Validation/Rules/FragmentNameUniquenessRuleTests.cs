namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentNameUniquenessRuleTests
{
    [Theory]
    [InlineData("{ dog { ...A ...B } } fragment A on Dog { name } fragment B on Dog { name }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { name } fragment A on Dog { barks }",
        "There can be only one fragment named \"A\". (1:27) (1:54)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { name } fragment A on Dog { barks } fragment A on Dog { nickname }",
        "There can be only one fragment named \"A\". (1:27) (1:54)",
        "There can be only one fragment named \"A\". (1:27) (1:82)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
