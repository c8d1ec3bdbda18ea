namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadTypeExistenceRuleTests
{
    [Theory]
    [InlineData(
        "query Q{ human(id: 4) { ... on Human { name(surname: true) } ...F } } fragment F on Being { name }",
        "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:40) (1:93)")]
    [InlineData(
        "query Q($v: JumbledUpLetters) { dog { ... on Badger { name } ...F } } fragment F on Peat { name }",
        "Unknown type \"JumbledUpLetters\". (1:13)",
        "Unknown type \"Badger\". (1:46)",
        "Variable \"$v\" is never used in operation \"Q\". (1:9)",
        "Unknown type \"Peat\". Did you mean \"Pet\" or \"Cat\"? (1:85)")]
    [InlineData(
        "query Q($v: [Humann!]!) { dog { name } }",
        "Unknown type \"Humann\". Did you mean \"Human\"? (1:14)",
        "Variable \"$v\" is never used in operation \"Q\". (1:9)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
