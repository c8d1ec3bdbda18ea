namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests
{
    [Theory]
    [InlineData("query Q($a: String, $c: Complex) { args { string(v: $a) complex(v: $c) } human { pets { name } } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query Q($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { args { int(v: $a) a: int(v: $b) b: int(v: $c) } }",
        "Variable \"$a\" cannot be non-input type \"Dog\". (1:13)",
        "Variable \"$b\" cannot be non-input type \"[[CatOrDog!]]!\". (1:22)",
        "Variable \"$c\" cannot be non-input type \"Pet\". (1:42)",
        "Variable \"$a\" of type \"Dog\" used in position expecting type \"Int\". (1:9) (1:63)",
        "Variable \"$b\" of type \"[[CatOrDog!]]!\" used in position expecting type \"Int\". (1:18) (1:77)",
        "Variable \"$c\" of type \"Pet\" used in position expecting type \"Int\". (1:38) (1:91)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
