namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class LeafFieldSelectionsRuleTests
{
    [Theory]
    [InlineData("{ dog { barks } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog }",
        "Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean \"dog { ... }\"? (1:3)")]
    [InlineData(
        "{ human { pets } }",
        "Field \"pets\" of type \"[Pet]\" must have a selection of subfields. Did you mean \"pets { ... }\"? (1:11)")]
    [InlineData(
        "{ dog { barks { x } } }",
        "Field \"barks\" must not have a selection since type \"Boolean\" has no subfields. (1:15)")]
    [InlineData(
        "{ cat { furColor { x } nickname @include(if: true) { y } } }",
        "Field \"furColor\" must not have a selection since type \"Color\" has no subfields. (1:18)",
        "Field \"nickname\" must not have a selection since type \"String\" has no subfields. (1:52)")]
    [InlineData(
        "{ args { int(v: 1) { x } } }",
        "Field \"int\" must not have a selection since type \"String\" has no subfields. (1:20)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
