namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadTargetDefinedRuleTests
{
    [Theory]
    [InlineData(
        "{ dog { ...A ...B } }  fragment A on Dog { ...C }",
        "Unknown fragment \"B\". (1:17)",
        "Unknown fragment \"C\". (1:47)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
