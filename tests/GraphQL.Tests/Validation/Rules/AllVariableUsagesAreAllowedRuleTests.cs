namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class AllVariableUsagesAreAllowedRuleTests
{
    [Theory]
    [InlineData("query Q($a: Int!, $b: [Int!]!, $c: Int = 1, $d: Int, $e: Boolean!, $f: Complex!, $g: String!) { args { int(v: $a) list(v: $b) nonNullInt(v: $c) withDefault(a: $d) x: complex(v: { required: $e }) complex(v: $f) choice(v: { a: $g }) y: list(v: [$d]) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query Q($a: Int) { args { nonNullInt(v: $a) } }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9) (1:41)")]
    [InlineData(
        "query Q($a: String) { args { int(v: $a) ...F } } fragment F on Args { boolean(v: $a) }",
        "Variable \"$a\" of type \"String\" used in position expecting type \"Int\". (1:9) (1:37)",
        "Variable \"$a\" of type \"String\" used in position expecting type \"Boolean\". (1:9) (1:82)")]
    [InlineData(
        "query Q($a: Int, $b: [Int], $c: Int!) { args { list(v: $a) strict(v: $b) x: strict(v: [$a, $c]) y: list(v: [$b]) } }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"[Int]\". (1:9) (1:56)",
        "Variable \"$b\" of type \"[Int]\" used in position expecting type \"[Int!]\". (1:18) (1:70)",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9) (1:88)",
        "Variable \"$b\" of type \"[Int]\" used in position expecting type \"Int\". (1:18) (1:109)")]
    [InlineData(
        "query Q($a: Boolean, $b: Int) { args { complex(v: { required: $a, nonNull: $a }) nonNullInt(v: $b) } dog @include(if: $a) { name } }",
        "Variable \"$a\" of type \"Boolean\" used in position expecting type \"Boolean!\". (1:9) (1:63)",
        "Variable \"$b\" of type \"Int\" used in position expecting type \"Int!\". (1:22) (1:96)",
        "Variable \"$a\" of type \"Boolean\" used in position expecting type \"Boolean!\". (1:9) (1:119)")]
    [InlineData(
        "query Q($a: Int = null) { args { nonNullInt(v: $a) withDefault(a: $a) } }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9) (1:48)")]
    [InlineData(
        "query Q($a: String) { args { choice(v: { a: $a }) } }",
        "Variable \"$a\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"Choice\". (1:9) (1:45)")]
    [InlineData(
        "query Q($a: String) { args { int(v: [$a]) } }",
        "Int cannot represent non-integer value: [$a] (1:37)",
        "Variable \"$a\" of type \"String\" used in position expecting type \"Int\". (1:9) (1:38)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
