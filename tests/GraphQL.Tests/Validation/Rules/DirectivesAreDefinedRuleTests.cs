namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreDefinedRuleTests
{
    [Theory]
    [InlineData("{ dog @include(if: true) { name @skip(if: false) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query Q @nope { dog @nope { name ...F @nope ... @nope { barks } } } fragment F on Dog @nope { name }",
        "Unknown directive \"@nope\". (1:9)",
        "Unknown directive \"@nope\". (1:21)",
        "Unknown directive \"@nope\". (1:39)",
        "Unknown directive \"@nope\". (1:49)",
        "Unknown directive \"@nope\". (1:87)")]
    [InlineData(
        "query Q($v: Int @nope) { args { int(v: $v) } }",
        "Unknown directive \"@nope\". (1:17)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
