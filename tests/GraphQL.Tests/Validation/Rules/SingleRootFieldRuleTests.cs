using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class SingleRootFieldRuleTests
{
    [Theory]
    [InlineData("subscription S { importantEmails }")]
    [InlineData("subscription S { importantEmails importantEmails }")]
    [InlineData("subscription S { ... on Subscription { importantEmails } ... { importantEmails } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "subscription S { importantEmails notImportantEmails }",
        "Subscription \"S\" must select only one top level field. (1:34)")]
    [InlineData(
        "subscription { importantEmails ...F } fragment F on Subscription { other: notImportantEmails ... { more: importantEmails } }",
        "Anonymous Subscription must select only one top level field. (1:68) (1:100)")]
    [InlineData(
        "subscription S { __typename }",
        "Subscription \"S\" must not select an introspection top level field. (1:18)")]
    [InlineData(
        "subscription { a: __typename importantEmails }",
        "Anonymous Subscription must select only one top level field. (1:30)",
        "Anonymous Subscription must not select an introspection top level field. (1:16)")]
    [InlineData(
        "subscription S { ...F } fragment F on Subscription { importantEmails ...F }",
        "Cannot spread fragment \"F\" within itself. (1:70)")]
    [InlineData(
        "subscription S { importantEmails ... on Dog { name barks } ...F } fragment F on Dog { mother { name } }",
        "Fragment cannot be spread here as objects of type \"Subscription\" can never be of type \"Dog\". (1:34)",
        "Fragment \"F\" cannot be spread here as objects of type \"Subscription\" can never be of type \"Dog\". (1:60)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);

    [Fact]
    public void A_schema_without_subscriptions_has_no_root_fields_to_count()
    {
        var schema = Schemas.Build("type Query { a: Int }");

        var outcome = DocumentValidator.Validate(schema, Schemas.Parse("subscription { a b }"));

        Assert.Equal(["Schema is not configured to execute subscription operation. (1:1)"], Schemas.Lines(outcome.Errors));
    }
}
