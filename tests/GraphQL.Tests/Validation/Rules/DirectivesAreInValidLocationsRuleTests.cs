namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreInValidLocationsRuleTests
{
    [Theory]
    [InlineData("query Q @onQuery { dog { name @onField } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "query Q @onField { dog @onQuery { ...F @onField ... @onQuery { barks } } } fragment F on Dog @include(if: true) { name }",
        "Directive \"@onField\" may not be used on QUERY. (1:9)",
        "Directive \"@onQuery\" may not be used on FIELD. (1:24)",
        "Directive \"@onField\" may not be used on FRAGMENT_SPREAD. (1:40)",
        "Directive \"@onQuery\" may not be used on INLINE_FRAGMENT. (1:53)",
        "Directive \"@include\" may not be used on FRAGMENT_DEFINITION. (1:94)")]
    [InlineData(
        "query Q($v: Int @onField) { args { int(v: $v) } }",
        "Directive \"@onField\" may not be used on VARIABLE_DEFINITION. (1:17)")]
    [InlineData(
        "{ dog @deprecated { name } }",
        "Directive \"@deprecated\" may not be used on FIELD. (1:7)")]
    [InlineData(
        "subscription @onQuery { importantEmails }",
        "Directive \"@onQuery\" may not be used on SUBSCRIPTION. (1:14)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
