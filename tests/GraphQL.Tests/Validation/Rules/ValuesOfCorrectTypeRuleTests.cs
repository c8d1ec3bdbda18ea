namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests
{
    [Theory]
    [InlineData("{ args { int(v: 2) a: int(v: -2) b: int(v: null) string(v: \"x\") boolean(v: true) float(v: 1) c: float(v: 1.1) id(v: 1) d: id(v: \"s\") color(v: BROWN) list(v: [1, null]) e: list(v: 2) f: list(v: []) strict(v: [1]) any(v: { a: [1, \"x\", null, ENUM, 1.5] }) } }")]
    [InlineData("{ args { complex(v: { required: true, list: \"x\", nested: { required: false } }) choice(v: { a: \"x\" }) withDefault(a: 1) } }")]
    [InlineData("query Q($a: Int = 1, $b: String = \"x\", $c: Complex = { required: true }, $d: [Int!] = 3) { args { int(v: $a) string(v: $b) complex(v: $c) strict(v: $d) } }")]
    public void What_the_rule_allows_is_valid(string document) => ValidationAssert.IsValid(document);

    [Theory]
    [InlineData(
        "{ args { string(v: 1) a: string(v: 1.5) b: string(v: true) c: string(v: BAR) } }",
        "String cannot represent a non string value: 1 (1:20)",
        "String cannot represent a non string value: 1.5 (1:36)",
        "String cannot represent a non string value: true (1:54)",
        "String cannot represent a non string value: BAR (1:73)")]
    [InlineData(
        "{ args { int(v: \"3\") a: int(v: 829384293849283498239482938) b: int(v: FOO) c: int(v: 3.0) d: int(v: 3.333) } }",
        "Int cannot represent non-integer value: \"3\" (1:17)",
        "Int cannot represent non 32-bit signed integer value: 829384293849283498239482938 (1:32)",
        "Int cannot represent non-integer value: FOO (1:71)",
        "Int cannot represent non-integer value: 3.0 (1:86)",
        "Int cannot represent non-integer value: 3.333 (1:101)")]
    [InlineData(
        "{ args { float(v: \"3.333\") a: float(v: true) b: float(v: FOO) } }",
        "Float cannot represent non numeric value: \"3.333\" (1:19)",
        "Float cannot represent non numeric value: true (1:40)",
        "Float cannot represent non numeric value: FOO (1:58)")]
    [InlineData(
        "{ args { boolean(v: 2) a: boolean(v: 1.0) b: boolean(v: \"true\") c: boolean(v: TRUE) } }",
        "Boolean cannot represent a non boolean value: 2 (1:21)",
        "Boolean cannot represent a non boolean value: 1.0 (1:38)",
        "Boolean cannot represent a non boolean value: \"true\" (1:57)",
        "Boolean cannot represent a non boolean value: TRUE (1:79)")]
    [InlineData(
        "{ args { id(v: 1.0) a: id(v: true) b: id(v: SOMETHING) } }",
        "ID cannot represent a non-string and non-integer value: 1.0 (1:16)",
        "ID cannot represent a non-string and non-integer value: true (1:30)",
        "ID cannot represent a non-string and non-integer value: SOMETHING (1:45)")]
    [InlineData(
        "{ dog { doesKnowCommand(command: 2) a: doesKnowCommand(command: 1.0) b: doesKnowCommand(command: \"SIT\") c: doesKnowCommand(command: true) d: doesKnowCommand(command: JUGGLE) e: doesKnowCommand(command: sit) } }",
        "Enum \"Command\" cannot represent non-enum value: 2. (1:34)",
        "Enum \"Command\" cannot represent non-enum value: 1.0. (1:65)",
        "Enum \"Command\" cannot represent non-enum value: \"SIT\". Did you mean the enum value \"SIT\"? (1:98)",
        "Enum \"Command\" cannot represent non-enum value: true. (1:133)",
        "Value \"JUGGLE\" does not exist in \"Command\" enum. (1:167)",
        "Value \"sit\" does not exist in \"Command\" enum. Did you mean the enum value \"SIT\"? (1:203)")]
    [InlineData(
        "{ args { list(v: [\"one\", 2]) a: list(v: \"x\") strict(v: [null]) b: list(v: { a: 1 }) } }",
        "Int cannot represent non-integer value: \"one\" (1:19)",
        "Int cannot represent non-integer value: \"x\" (1:41)",
        "Expected value of type \"Int!\", found null. (1:57)",
        "Int cannot represent non-integer value: {a: 1} (1:75)")]
    [InlineData(
        "{ args { nonNullInt(v: null) a: nonNullInt(v: \"one\") many(a: \"x\", b: null) } }",
        "Expected value of type \"Int!\", found null. (1:24)",
        "Int cannot represent non-integer value: \"one\" (1:47)",
        "Int cannot represent non-integer value: \"x\" (1:62)",
        "Expected value of type \"Int!\", found null. (1:70)")]
    [InlineData(
        "{ args { complex(v: { int: 4 }) a: complex(v: { required: null }) b: complex(v: { required: true, nonNull: null }) c: complex(v: { required: true, list: [\"one\", 2] }) d: complex(v: { required: true, invalid: \"x\" }) e: complex(v: { required: true, strin: \"x\" }) f: complex(v: [1]) g: complex(v: { required: true, nested: {} }) h: complex(v: \"x\") } }",
        "Field \"Complex.required\" of required type \"Boolean!\" was not provided. (1:21)",
        "Expected value of type \"Boolean!\", found null. (1:59)",
        "Expected value of type \"Boolean!\", found null. (1:108)",
        "String cannot represent a non string value: 2 (1:162)",
        "Field \"invalid\" is not defined by type \"Complex\". (1:200)",
        "Field \"strin\" is not defined by type \"Complex\". Did you mean \"string\"? (1:248)",
        "Expected value of type \"Complex\", found [1]. (1:276)",
        "Field \"Complex.required\" of required type \"Boolean!\" was not provided. (1:321)",
        "Expected value of type \"Complex\", found \"x\". (1:341)")]
    [InlineData(
        "{ args { choice(v: {}) a: choice(v: { a: \"x\", b: 1 }) b: choice(v: { a: null }) c: choice(v: { b: \"x\" }) } }",
        "OneOf Input Object \"Choice\" must specify exactly one key. (1:20)",
        "OneOf Input Object \"Choice\" must specify exactly one key. (1:37)",
        "Field \"Choice.a\" must be non-null. (1:68)",
        "Int cannot represent non-integer value: \"x\" (1:99)")]
    [InlineData(
        "{ dog @include(if: \"yes\") { name @skip(if: ENUM) @onField(a: 1.5) } }",
        "Boolean cannot represent a non boolean value: \"yes\" (1:20)",
        "Boolean cannot represent a non boolean value: ENUM (1:44)",
        "Int cannot represent non-integer value: 1.5 (1:62)")]
    [InlineData(
        "query Q($a: Int! = null, $b: Int = \"x\", $c: Complex = \"x\", $d: [String] = [\"x\", 2], $e: Complex = { int: 3 }) { args { int(v: $a) a: int(v: $b) complex(v: $c) b: complex(v: { required: true, list: $d }) c: complex(v: $e) } }",
        "Expected value of type \"Int!\", found null. (1:20)",
        "Int cannot represent non-integer value: \"x\" (1:36)",
        "Expected value of type \"Complex\", found \"x\". (1:55)",
        "String cannot represent a non string value: 2 (1:81)",
        "Field \"Complex.required\" of required type \"Boolean!\" was not provided. (1:99)")]
    [InlineData(
        "{ args { color(v: BROWM) a: color(v: \"BROWN\") } }",
        "Value \"BROWM\" does not exist in \"Color\" enum. Did you mean the enum value \"BROWN\"? (1:19)",
        "Enum \"Color\" cannot represent non-enum value: \"BROWN\". Did you mean the enum value \"BROWN\"? (1:38)")]
    [InlineData(
        "query Q($a: Complex! = [1], $b: Complex! = 1) { args { complex(v: $a) x: complex(v: $b) } }",
        "Expected value of type \"Complex\", found [1]. (1:24)",
        "Expected value of type \"Complex!\", found 1. (1:44)")]
    public void What_the_rule_forbids_is_reported(string document, params string[] errors) => ValidationAssert.HasErrors(document, errors);
}
