using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Coercion;

public sealed class VariableCoercionTests
{
    private static readonly GraphQLSchema _schema = Schemas.Build(
        """
        type Query { a(i: Int): Int }
        enum Color { RED GREEN }
        input Point { x: Int! y: Int = 2 color: Color near: [Point!] }
        input Choice @oneOf { a: Int b: String }
        """);

    [Theory]
    [InlineData("Int", "1", "int 1")]
    [InlineData("Int", "null", "null")]
    [InlineData("Int = 5", "", "int 5")]
    [InlineData("Int = 5", "null", "null")]
    [InlineData("Int! = 5", "", "int 5")]
    [InlineData("Int", "", "absent")]
    [InlineData("[Int]", "1", "[int 1]")]
    [InlineData("[[Int]]", "1", "[[int 1]]")]
    [InlineData("[[Int]]", "[1, [2, null], null]", "[[int 1], [int 2, null], null]")]
    [InlineData("[Int]", "null", "null")]
    [InlineData("Color", "\"RED\"", "\"RED\"")]
    [InlineData("Point", """{ "y": null, "x": 1 }""", "{x: int 1, y: null}")]
    [InlineData("Point", """{ "color": "GREEN", "x": 1, "near": { "x": 3 } }""", "{x: int 1, y: int 2, color: \"GREEN\", near: [{x: int 3, y: int 2}]}")]
    [InlineData("Point", """{ "x": 1, "x": 2 }""", "{x: int 2, y: int 2}")]
    [InlineData("Point = { x: 7 }", "", "{x: int 7, y: int 2}")]
    [InlineData("Choice", """{ "b": "x" }""", "{b: \"x\"}")]
    public void A_value_of_the_right_type_is_coerced(string type, string json, string expected)
    {
        var outcome = Coerce($"query ($v: {type}) {{ a }}", json.Length == 0 ? "{}" : $"{{ \"v\": {json} }}");

        Assert.True(outcome.TryGetValue(out var values));
        Assert.Equal(expected, values.TryGetValue("v", out var value) ? Coerced.Text(value) : "absent");
    }

    [Theory]
    [InlineData("Int!", "", "Variable \"$v\" of required type \"Int!\" was not provided. (1:8)")]
    [InlineData("Int! = 1", "null", "Variable \"$v\" of non-null type \"Int!\" must not be null. (1:8)")]
    [InlineData("Int", "\"a\"", "Variable \"$v\" got invalid value \"a\"; Int cannot represent non-integer value: \"a\" (1:8)")]
    [InlineData("Query", "1", "Variable \"$v\" expected value of type \"Query\" which cannot be used as an input type. (1:12)")]
    [InlineData("[None!]", "1", "Variable \"$v\" expected value of type \"[None!]\" which cannot be used as an input type. (1:12)")]
    [InlineData("[Int!]", "[1, null]", "Variable \"$v\" got invalid value null at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null. (1:8)")]
    [InlineData("Color", "\"RAD\"", "Variable \"$v\" got invalid value \"RAD\"; Value \"RAD\" does not exist in \"Color\" enum. Did you mean the enum value \"RED\"? (1:8)")]
    [InlineData("Color", "1", "Variable \"$v\" got invalid value 1; Enum \"Color\" cannot represent non-string value: 1. (1:8)")]
    [InlineData("Point", "[]", "Variable \"$v\" got invalid value []; Expected type \"Point\" to be an object. (1:8)")]
    [InlineData("Point", "{}", "Variable \"$v\" got invalid value {}; Field \"x\" of required type \"Int!\" was not provided. (1:8)")]
    [InlineData(
        "Point",
        """{ "x": 1, "colour": "RED" }""",
        "Variable \"$v\" got invalid value { x: 1, colour: \"RED\" }; Field \"colour\" is not defined by type \"Point\". Did you mean \"color\"? (1:8)")]
    [InlineData(
        "Point",
        """{ "x": 1, "near": [{ "x": true }] }""",
        "Variable \"$v\" got invalid value true at \"v.near[0].x\"; Int cannot represent non-integer value: true (1:8)")]
    [InlineData("Choice", """{ "a": 1, "b": "x" }""", "Variable \"$v\" got invalid value { a: 1, b: \"x\" }; Exactly one key must be specified for OneOf type \"Choice\". (1:8)")]
    [InlineData("Choice", "{}", "Variable \"$v\" got invalid value {}; Exactly one key must be specified for OneOf type \"Choice\". (1:8)")]
    [InlineData("[Int]", """{ "a": { "b": { "c": 1 }, "d": [[1]], "e": {} } }""", "Variable \"$v\" got invalid value { a: { b: [Object], d: [Array], e: {} } }; Int cannot represent non-integer value: { a: { b: [Object], d: [Array], e: {} } } (1:8)")]
    [InlineData("Choice", """{ "a": null }""", "Variable \"$v\" got invalid value null at \"v.a\"; Field \"a\" must be non-null. (1:8)")]
    public void A_value_of_the_wrong_type_is_refused_at_the_variable(string type, string json, string message)
    {
        var outcome = Coerce($"query ($v: {type}) {{ a }}", json.Length == 0 ? "{}" : $"{{ \"v\": {json} }}");

        Assert.False(outcome.TryGetValue(out _));
        Assert.Equal([message], Schemas.Lines(outcome.Errors));
        Assert.All(outcome.Errors, error => Assert.Equal(ErrorCatalog.InvalidVariable, error.Code));
    }

    [Fact]
    public void All_problems_of_all_variables_are_reported()
    {
        var outcome = Coerce("query ($a: Int!, $b: [Int]) { a }", """{ "b": ["x", 1, "y"] }""");

        Assert.Equal(
            [
                "Variable \"$a\" of required type \"Int!\" was not provided. (1:8)",
                "Variable \"$b\" got invalid value \"x\" at \"b[0]\"; Int cannot represent non-integer value: \"x\" (1:18)",
                "Variable \"$b\" got invalid value \"y\" at \"b[2]\"; Int cannot represent non-integer value: \"y\" (1:18)",
            ],
            Schemas.Lines(outcome.Errors));
    }

    [Fact]
    public void A_one_of_is_counted_by_the_fields_that_its_type_has()
    {
        var outcome = Coerce("query ($v: Choice, $w: Choice) { a }", """{ "v": { "c": 1 }, "w": { "a": null, "c": 2 } }""");

        Assert.Equal(
            [
                "Variable \"$v\" got invalid value { c: 1 }; Field \"c\" is not defined by type \"Choice\". Did you mean \"a\" or \"b\"? (1:8)",
                "Variable \"$v\" got invalid value { c: 1 }; Exactly one key must be specified for OneOf type \"Choice\". (1:8)",
                "Variable \"$w\" got invalid value { a: null, c: 2 }; Field \"c\" is not defined by type \"Choice\". Did you mean \"a\" or \"b\"? (1:20)",
                "Variable \"$w\" got invalid value null at \"w.a\"; Field \"a\" must be non-null. (1:20)",
            ],
            Schemas.Lines(outcome.Errors));
    }

    [Fact]
    public void Problems_are_listed_up_to_fifty()
    {
        var outcome = Coerce("query ($v: [Int]) { a }", $"{{ \"v\": [{string.Join(',', Enumerable.Repeat("true", 10_000))}] }}");

        Assert.Equal(51, outcome.Errors.Length);
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", outcome.Errors[50].Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    public void Variables_that_are_no_object_are_refused(string json) => Assert.Equal(
        ["Variables must be provided as an Object where each property is a variable name."],
        Schemas.Lines(Coerce("{ a }", json).Errors));

    [Fact]
    public void A_request_without_variables_has_none()
    {
        Assert.True(VariableCoercion.Coerce(_schema, OperationOf("query ($v: Int) { a }"), default).TryGetValue(out var values));
        Assert.False(values.TryGetValue("v", out _));
    }

    [Fact]
    public void Nothing_is_suggested_when_names_are_to_be_kept_secret()
    {
        const string text = "query ($color: Color, $point: Point) { a }";
        const string json = """{ "color": "RAD", "point": { "x": 1, "colour": "RED" } }""";
        var variables = JsonSerializer.Deserialize<JsonElement>(json);

        var outcome = VariableCoercion.Coerce(_schema, OperationOf(text), variables, new ErrorOptions(SuggestNames: false));

        Assert.Equal(
            [
                "Variable \"$color\" got invalid value \"RAD\"; Value \"RAD\" does not exist in \"Color\" enum. (1:8)",
                "Variable \"$point\" got invalid value { x: 1, colour: \"RED\" }; Field \"colour\" is not defined by type \"Point\". (1:23)",
            ],
            Schemas.Lines(outcome.Errors));
    }

    [Fact]
    public void A_name_that_is_no_text_is_no_field()
    {
        var outcome = Coerce("query ($v: Point) { a }", """{ "\ud800": 1, "v": { "x": 1, "\ud800": 2 } }""");

        Assert.Equal(
            ["Variable \"$v\" got invalid value { x: 1, \uFFFD: 2 }; Field \"\uFFFD\" is not defined by type \"Point\". Did you mean \"x\" or \"y\"? (1:8)"],
            Schemas.Lines(outcome.Errors));
    }

    private static Outcome<VariableValues> Coerce(string document, string json) =>
        VariableCoercion.Coerce(_schema, OperationOf(document), JsonSerializer.Deserialize<JsonElement>(json));

    private static OperationDefinitionNode OperationOf(string document) => (OperationDefinitionNode)Schemas.Parse(document).Definitions[0];
}
