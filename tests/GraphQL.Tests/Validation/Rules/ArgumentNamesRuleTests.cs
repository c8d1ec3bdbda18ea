namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class ArgumentNamesRuleTests
{
    [Theory]
    [InlineData("{ dog { doesKnowCommand(command: SIT) name(surname: true) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { doesKnowCommand(comand: SIT) } }",
        "Unknown argument \"comand\" on field \"Dog.doesKnowCommand\". Did you mean \"command\"? (1:25)")]
    [InlineData(
        "{ dog { isAtLocation(z: 1) } }",
        "Unknown argument \"z\" on field \"Dog.isAtLocation\". Did you mean \"x\" or \"y\"? (1:22)")]
    [InlineData(
        "{ dog @skip(unless: true, if: true) { name } }",
        "Unknown argument \"unless\" on directive \"@skip\". (1:13)")]
    [InlineData(
        "{ dog { name @onField(b: 1) unknown(x: 1) } }",
        "Unknown argument \"b\" on directive \"@onField\". Did you mean \"a\"? (1:23)",
        "Cannot query field \"unknown\" on type \"Dog\". (1:29)")]
    [InlineData(
        "{ dog { name @unknown(b: 1) } }",
        "Unknown directive \"@unknown\". (1:14)")]
    [InlineData(
        "{ dog { name @include(iff: true) } }",
        "Unknown argument \"iff\" on directive \"@include\". Did you mean \"if\"? (1:23)",
        "Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. (1:14)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
