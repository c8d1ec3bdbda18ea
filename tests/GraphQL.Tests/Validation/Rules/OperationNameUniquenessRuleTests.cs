namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class OperationNameUniquenessRuleTests
{
    [Theory]
    [InlineData("query A { dog { name } } query B { dog { name } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query A { dog { name } } query A { cat { name } } subscription A { importantEmails }",
        "There can be only one operation named \"A\". (1:7) (1:32)",
        "There can be only one operation named \"A\". (1:7) (1:64)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
