namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class AllVariablesUsedRuleTests
{
    [Theory]
    [InlineData("query Q($a: Int, $b: Boolean!) { args { int(v: $a) @skip(if: $b) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query Q($a: Int, $b: Int) { args { int(v: $a) } }",
        "Variable \"$b\" is never used in operation \"Q\". (1:18)")]
    [InlineData(
        "query ($a: Int) { dog { name } }",
        "Variable \"$a\" is never used. (1:8)")]
    [InlineData(
        "query A($a: Int, $b: Int) { args { ...F } } query B($a: Int) { args { ...F } } fragment F on Args { int(v: $a) }",
        "Variable \"$b\" is never used in operation \"A\". (1:18)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
