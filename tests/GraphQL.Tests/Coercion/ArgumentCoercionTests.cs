using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Coercion;

public sealed class ArgumentCoercionTests
{
    private static readonly GraphQLSchema _schema = Schemas.Build(
        """
        type Query {
          f(int: Int, withDefault: Int = 3, nonNullDefault: Int! = 4, list: [Int], strict: [Int!], point: Point, choice: Choice, json: JSON): Int
          g(required: Int!): Int
        }
        input Point { x: Int! y: Int = 2 z: [Int] }
        input Choice @oneOf { a: Int b: Int }
        """);

    [Theory]
    [InlineData("f", "", "{}", "withDefault: int 3, nonNullDefault: int 4")]
    [InlineData("f(int: null, withDefault: null)", "", "{}", "int: null, withDefault: null, nonNullDefault: int 4")]
    [InlineData("f(int: $v)", "Int", "{}", "withDefault: int 3, nonNullDefault: int 4")]
    [InlineData("f(int: $v)", "Int", """{ "v": null }""", "int: null, withDefault: int 3, nonNullDefault: int 4")]
    [InlineData("f(withDefault: $v)", "Int", "{}", "withDefault: int 3, nonNullDefault: int 4")]
    [InlineData("f(withDefault: $v)", "Int", """{ "v": null }""", "withDefault: null, nonNullDefault: int 4")]
    [InlineData("f(withDefault: $v)", "Int = 9", "{}", "withDefault: int 9, nonNullDefault: int 4")]
    [InlineData("f(nonNullDefault: $v)", "Int", "{}", "withDefault: int 3, nonNullDefault: int 4")]
    [InlineData("f(list: 1)", "", "{}", "withDefault: int 3, nonNullDefault: int 4, list: [int 1]")]
    [InlineData("f(list: [1, $v])", "Int", "{}", "withDefault: int 3, nonNullDefault: int 4, list: [int 1, null]")]
    [InlineData("f(list: $v)", "[Int]", """{ "v": 7 }""", "withDefault: int 3, nonNullDefault: int 4, list: [int 7]")]
    [InlineData("f(point: { z: 5, x: 1 })", "", "{}", "withDefault: int 3, nonNullDefault: int 4, point: {x: int 1, y: int 2, z: [int 5]}")]
    [InlineData("f(point: { x: 1, y: $v, z: $v })", "Int", "{}", "withDefault: int 3, nonNullDefault: int 4, point: {x: int 1, y: int 2}")]
    [InlineData("f(choice: { a: $v })", "Int!", """{ "v": 1 }""", "withDefault: int 3, nonNullDefault: int 4, choice: {a: int 1}")]
    [InlineData(
        "f(json: { b: [$v, RED], a: 1.5 })", "Int!", """{ "v": 1 }""", "withDefault: int 3, nonNullDefault: int 4, json: {b: [int 1, \"RED\"], a: double 1.5}")]
    public void Arguments_are_coerced_with_absent_and_null_apart(string field, string type, string json, string expected)
    {
        var outcome = Coerce(field, type, json, out var definition);

        Assert.True(outcome.TryGetValue(out var values));
        var given = definition.Arguments.Where(argument => values.TryGetValue(argument.Name, out _));
        Assert.Equal(expected, string.Join(", ", given.Select(argument => $"{argument.Name}: {Coerced.Text(values.TryGetValue(argument.Name, out var value) ? value : null)}")));
    }

    [Theory]
    [InlineData("g", "", "{}", "Argument \"required\" of required type \"Int!\" was not provided.")]
    [InlineData("g(required: $v)", "Int", "{}", "Argument \"required\" of required type \"Int!\" was provided the variable \"$v\" which was not provided a runtime value. (2:13)")]
    [InlineData("g(required: $v)", "Int", """{ "v": null }""", "Argument \"required\" of non-null type \"Int!\" must not be null. (2:13)")]
    [InlineData("f(nonNullDefault: $v)", "Int", """{ "v": null }""", "Argument \"nonNullDefault\" of non-null type \"Int!\" must not be null. (2:19)")]
    [InlineData("f(strict: [1, $v])", "Int", "{}", "Argument \"strict\" has invalid value [1, $v]. (2:11)")]
    [InlineData("f(point: { x: $v })", "Int", "{}", "Argument \"point\" has invalid value {x: $v}. (2:10)")]
    [InlineData("f(choice: { a: $v })", "Int", "{}", "Argument \"choice\" has invalid value {a: $v}. (2:11)")]
    [InlineData("f(choice: { a: $v })", "Int", """{ "v": null }""", "Argument \"choice\" has invalid value {a: $v}. (2:11)")]
    [InlineData("f(choice: { a: $v, b: 1 })", "Int", "{}", "Argument \"choice\" has invalid value {a: $v, b: 1}. (2:11)")]
    [InlineData("f(int: 1.5)", "", "{}", "Argument \"int\" has invalid value 1.5. (2:8)")]
    public void What_variables_break_is_reported(string field, string type, string json, string message)
    {
        var outcome = Coerce(field, type, json, out _);

        Assert.False(outcome.TryGetValue(out _));
        Assert.Equal([message], Schemas.Lines(outcome.Errors));
    }

    private static Outcome<ArgumentValues> Coerce(string field, string type, string json, out FieldDefinition definition)
    {
        var head = type.Length == 0 ? "query" : $"query ($v: {type})";
        var operation = (OperationDefinitionNode)Schemas.Parse($"{head} {{\n{field} }}").Definitions[0];
        var node = (FieldNode)operation.SelectionSet.Selections[0];
        Assert.True(_schema.TryGetField(_schema.QueryType, node.Name.Value, out var found));
        Assert.True(VariableCoercion.Coerce(_schema, operation, JsonSerializer.Deserialize<JsonElement>(json)).TryGetValue(out var variables));
        definition = found;
        return ArgumentCoercion.Coerce(found.Arguments, node.Arguments, variables);
    }
}
