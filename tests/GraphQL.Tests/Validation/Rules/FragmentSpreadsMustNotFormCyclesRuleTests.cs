namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadsMustNotFormCyclesRuleTests
{
    [Theory]
    [InlineData("{ dog { ...A ...B } } fragment A on Dog { ...B ...B } fragment B on Dog { name ...C } fragment C on Dog { name }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { ...A }",
        "Cannot spread fragment \"A\" within itself. (1:38)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { mother { ...A } }",
        "Cannot spread fragment \"A\" within itself. (1:47)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A }",
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\". (1:38) (1:65) (1:92)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { ...B ...C } fragment B on Dog { ...A } fragment C on Dog { ...A }",
        "Cannot spread fragment \"A\" within itself via \"B\". (1:38) (1:70)",
        "Cannot spread fragment \"A\" within itself via \"C\". (1:43) (1:97)")]
    [InlineData(
        "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...B ...C } fragment C on Dog { ...A ...B }",
        "Cannot spread fragment \"B\" within itself. (1:65)",
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\". (1:38) (1:70) (1:97)",
        "Cannot spread fragment \"B\" within itself via \"C\". (1:70) (1:102)")]
    [InlineData(
        "{ dog { ...X } } fragment X on Dog { ... on Dog { ...Y } } fragment Y on Dog { mother { mother { ...X } } }",
        "Cannot spread fragment \"X\" within itself via \"Y\". (1:51) (1:98)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
