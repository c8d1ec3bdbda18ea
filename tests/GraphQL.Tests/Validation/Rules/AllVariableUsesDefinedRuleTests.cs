namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class AllVariableUsesDefinedRuleTests
{
    [Theory]
    [InlineData("query Q($a: Int) { args { ...F } } fragment F on Args { int(v: $a) list(v: [$a]) complex(v: { required: true, nested: { required: true, int: $a } }) }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query Q { args { int(v: $a) ...F } } fragment F on Args { list(v: [1, $b]) }",
        "Variable \"$a\" is not defined by operation \"Q\". (1:25) (1:1)",
        "Variable \"$b\" is not defined by operation \"Q\". (1:71) (1:1)")]
    [InlineData(
        "{ args { complex(v: { required: $r }) @include(if: $i) } }",
        "Variable \"$r\" is not defined. (1:33) (1:1)",
        "Variable \"$i\" is not defined. (1:52) (1:1)")]
    [InlineData(
        "query A($a: Int) { args { ...F } } query B { args { ...F } } fragment F on Args { int(v: $a) }",
        "Variable \"$a\" is not defined by operation \"B\". (1:90) (1:36)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
