namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class FieldSelectionMergingRuleTests
{
    [Theory]
    [InlineData("{ dog { name name barks other: name mother { name } mother { barks } } }")]
    [InlineData("{ dog { a: isAtLocation(x: 1, y: 2) a: isAtLocation(y: 2, x: 1) } }")]
    [InlineData("{ pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } } }")]
    [InlineData("{ dog { name @include(if: true) name @skip(if: false) } }")]
    [InlineData("{ pet { ... on Dog { other { a: name } } ... on Cat { other { a: name(surname: true) } } } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ dog { name: nickname name } }",
        "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:24)")]
    [InlineData(
        "{ dog { doesKnowCommand(command: SIT) doesKnowCommand(command: HEEL) } }",
        "Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:39)")]
    [InlineData(
        "{ dog { doesKnowCommand doesKnowCommand(command: HEEL) } }",
        "Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:25)")]
    [InlineData(
        "{ pet { ... on Dog { barkVolume } ... on Cat { barkVolume } } }",
        "Fields \"barkVolume\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:22) (1:48)")]
    [InlineData(
        "{ pet { ... on Dog { list } ... on Cat { list } } }",
        "Fields \"list\" conflict because they return conflicting types \"[String]\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:22) (1:42)")]
    [InlineData(
        "{ pet { ... on Dog { required } ... on Cat { required } } }",
        "Fields \"required\" conflict because they return conflicting types \"String!\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:22) (1:46)")]
    [InlineData(
        "{ dog { ...A ...B } } fragment A on Dog { x: name } fragment B on Dog { x: nickname }",
        "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:43) (1:73)")]
    [InlineData(
        "{ dog { mother { x: name } mother { x: nickname } } }",
        "Fields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:18) (1:28) (1:37)")]
    [InlineData(
        "{ dog { mother { x: name y: barks } mother { x: nickname y: barkVolume } } }",
        "Fields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields and subfields \"y\" conflict because \"barks\" and \"barkVolume\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:18) (1:26) (1:37) (1:46) (1:58)")]
    [InlineData(
        "{ dog { mother { x: name y: barks name } mother { y: barkVolume x: nickname } } }",
        "Fields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields and subfields \"y\" conflict because \"barks\" and \"barkVolume\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:18) (1:26) (1:42) (1:65) (1:51)")]
    [InlineData(
        "{ dog { mother { mother { x: name } } mother { mother { x: nickname } } } }",
        "Fields \"mother\" conflict because subfields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:18) (1:27) (1:39) (1:48) (1:57)")]
    [InlineData(
        "{ f1: dog { ...A } f1: dog { ...B } } fragment A on Dog { ...C } fragment B on Dog { x: nickname } fragment C on Dog { x: name }",
        "Fields \"f1\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3) (1:120) (1:20) (1:86)")]
    [InlineData(
        "{ human { relatives { n: name } ...R } } fragment R on Human { relatives { n: name(surname: true) } }",
        "Fields \"relatives\" conflict because subfields \"n\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:11) (1:23) (1:64) (1:76)")]
    [InlineData(
        "{ args { x: complex(v: { required: true, int: 1 }) x: complex(v: { int: 1, required: true }) y: list(v: [1, 2]) y: list(v: [2, 1]) } }",
        "Fields \"y\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:94) (1:113)")]
    [InlineData(
        "{ unknown { a } unknown { a: b } dog { x: unknown x: name } }",
        "Fields \"unknown\" conflict because subfields \"a\" conflict because \"a\" and \"b\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3) (1:13) (1:17) (1:27)",
        "Cannot query field \"unknown\" on type \"Query\". (1:3)",
        "Cannot query field \"unknown\" on type \"Query\". (1:17)",
        "Fields \"x\" conflict because \"unknown\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:40) (1:51)",
        "Cannot query field \"unknown\" on type \"Dog\". (1:40)")]
    [InlineData(
        "{ dog { ... { name: nickname name } } }",
        "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:15) (1:30)")]
    [InlineData(
        "{ catOrDog { ... on Cat { ... on Nothing { x: name } } ... on Dog { x: nickname } } }",
        "Unknown type \"Nothing\". Did you mean \"String\"? (1:34)",
        "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:44) (1:69)")]
    [InlineData(
        "{ args { complex(v: { required: true, int: 1, int: 2 }) complex(v: { required: true, int: 1, int: 2 }) } }",
        "There can be only one input field named \"int\". (1:39) (1:47)",
        "There can be only one input field named \"int\". (1:86) (1:94)")]
    [InlineData(
        "{ dog { x: name x: nickname x: name } }",
        "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9) (1:17)",
        "Fields \"x\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:17) (1:29)")]
    [InlineData(
        "query Q($v: Int, $w: Int) { args { int(v: $v) int(v: $v) a: int(v: $v) a: int(v: $w) } }",
        "Fields \"a\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:58) (1:72)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
