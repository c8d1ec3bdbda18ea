using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FieldSelectionsRuleTests
{
    [Theory]
    [InlineData("{ dog { name mother { nickname __typename } } __schema { types { name } } __type(name: \"Dog\") { name } pet { ... on Cat { meows } } }")]
    [InlineData("{ catOrDog { __typename } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { meowVolume } }",
        "Cannot query field \"meowVolume\" on type \"Dog\". Did you mean \"barkVolume\"? (1:9)")]
    [InlineData(
        "{ dog { brakVolume } }",
        "Cannot query field \"brakVolume\" on type \"Dog\". Did you mean \"barkVolume\"? (1:9)")]
    [InlineData(
        "{ pet { nickname } }",
        "Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"? (1:9)")]
    [InlineData(
        "{ catOrDog { name } }",
        "Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Being\", \"Pet\", \"Cat\", or \"Dog\"? (1:14)")]
    [InlineData(
        "{ pet { tailLength } }",
        "Cannot query field \"tailLength\" on type \"Pet\". (1:9)")]
    [InlineData(
        "{ dog { unknown { deeper } } unknown }",
        "Cannot query field \"unknown\" on type \"Dog\". (1:9)",
        "Cannot query field \"unknown\" on type \"Query\". (1:30)")]
    [InlineData(
        "{ dog { __schema { types { name } } } }",
        "Cannot query field \"__schema\" on type \"Dog\". (1:9)")]
    [InlineData(
        "{ pet { ... on Dog { meows } ... { barkVolume } } }",
        "Cannot query field \"meows\" on type \"Dog\". (1:22)",
        "Cannot query field \"barkVolume\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"? (1:36)")]
    [InlineData(
        "{ dog { ...F } } fragment F on Cat { barks } fragment G on Missing { x }",
        "Fragment \"F\" cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\". (1:9)",
        "Cannot query field \"barks\" on type \"Cat\". (1:38)",
        "Unknown type \"Missing\". (1:60)",
        "Fragment \"G\" is never used. (1:46)")]
    [InlineData(
        "{ dog { x_y_z } }",
        "Cannot query field \"x_y_z\" on type \"Dog\". (1:9)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);

    [Fact]
    public void Types_that_as_many_share_are_suggested_interfaces_before_what_implements_them()
    {
        var schema = Schemas.Build("type A { f: Int } interface M { f: Int } type B implements M { f: Int } union U = A | B type Query { u: U }");

        var outcome = DocumentValidator.Validate(schema, Schemas.Parse("{ u { f } }"));

        Assert.Equal(
            ["Cannot query field \"f\" on type \"U\". Did you mean to use an inline fragment on \"A\", \"M\", or \"B\"? (1:7)"],
            Schemas.Lines(outcome.Errors));
    }
}
