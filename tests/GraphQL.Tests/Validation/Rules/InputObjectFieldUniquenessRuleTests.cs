namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class InputObjectFieldUniquenessRuleTests
{
    [Theory]
    [InlineData("{ args { complex(v: { required: true, int: 1, nested: { required: false, int: 2 } }) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ args { complex(v: { required: true, int: 1, int: 2, int: 3 }) } }",
        "There can be only one input field named \"int\". (1:39) (1:47)",
        "There can be only one input field named \"int\". (1:39) (1:55)")]
    [InlineData(
        "{ args { complex(v: { required: true, nested: { required: true, required: true } }) any(v: [{ a: 1, a: 2 }]) } }",
        "There can be only one input field named \"required\". (1:49) (1:65)",
        "There can be only one input field named \"a\". (1:95) (1:101)")]
    [InlineData(
        "query Q($v: Complex = { required: true, int: 1, int: 2 }) { args { complex(v: $v) } }",
        "There can be only one input field named \"int\". (1:41) (1:49)")]
    [InlineData(
        "{ args { choice(v: { a: \"x\", a: \"y\" }) } }",
        "There can be only one input field named \"a\". (1:22) (1:30)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
