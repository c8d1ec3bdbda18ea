namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class VariableUniquenessRuleTests
{
    [Theory]
    [InlineData("query A($x: Int, $y: String) { args { int(v: $x) string(v: $y) } } query B($x: String) { args { string(v: $x) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query A($x: Int, $x: Int, $x: Int, $y: Int, $y: Int) { args { int(v: $x) a: int(v: $y) } }",
        "There can be only one variable named \"$x\". (1:10) (1:19) (1:28)",
        "There can be only one variable named \"$y\". (1:37) (1:46)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
