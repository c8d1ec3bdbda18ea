namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests
{
    [Theory]
    [InlineData("query A { dog { ...F } } fragment F on Dog { name }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { name } } fragment F on Dog { name }",
        "Fragment \"F\" is never used. (1:18)")]
    [InlineData(
        "{ dog { name } } type Cow { name: String } extend type Dog { color: String }",
        "The \"Cow\" definition is not executable. (1:18)",
        "The \"Dog\" definition is not executable. (1:44)")]
    [InlineData(
        "{ dog { name } } schema { query: Query } directive @x on FIELD",
        "The schema definition is not executable. (1:18)",
        "The \"x\" definition is not executable. (1:42)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
