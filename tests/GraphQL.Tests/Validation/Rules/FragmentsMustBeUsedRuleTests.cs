namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsMustBeUsedRuleTests
{
    [Theory]
    [InlineData("{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { name } } fragment A on Dog { ...B } fragment B on Dog { name }",
        "Fragment \"A\" is never used. (1:18)",
        "Fragment \"B\" is never used. (1:45)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { name } fragment C on Dog { ...D } fragment D on Dog { ...C }",
        "Cannot spread fragment \"C\" within itself via \"D\". (1:65) (1:92)",
        "Fragment \"C\" is never used. (1:45)",
        "Fragment \"D\" is never used. (1:72)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name } fragment A on Dog { name }",
        "There can be only one fragment named \"A\". (1:27) (1:81)",
        "Fragment \"B\" is never used. (1:45)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
