using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Judge;

/// <summary>What the judge may ask: each kind is one stage of the product, with its answer as JSON.</summary>
internal sealed class Questions : IDisposable
{
    private readonly SampleApi _api = new();
    private readonly Dictionary<string, GraphQLSchema> _schemas = [];

    /// <summary>What the kind of question gives, or `{"errors":[{"message","locations"}]}`.</summary>
    public async ValueTask<string> AnswerAsync(JsonElement question) => Text(question, "kind") switch
    {
        "sdl" => Write(new JsonObject { ["sdl"] = SchemaPrinter.Print(_api.Schema) }),
        "execute" => await _api.ExecuteAsync(Text(question, "text")),
        "schema" => Write(AddSchema(Text(question, "name"), Text(question, "text"))),
        "parse" => Write(Print(Text(question, "text"))),
        "validate" => Write(Validate(SchemaOf(question), Text(question, "text"))),
        "coerceLiteral" => Write(CoerceLiteral(SchemaOf(question), question)),
        "coerceVariables" => Write(CoerceVariables(SchemaOf(question), question)),
        var kind => throw new ArgumentException($"There is no question {kind}.", nameof(question)),
    };

    public void Dispose() => _api.Dispose();

    private GraphQLSchema SchemaOf(JsonElement question) => Text(question, "schema") is var name && name == "api" ? _api.Schema : _schemas[name];

    private JsonObject AddSchema(string name, string text)
    {
        var outcome = Parse(text).Then(SchemaBuilder.Build);
        if (outcome.TryGetValue(out var schema))
        {
            _schemas[name] = schema;
        }

        return Errors(outcome.Errors);
    }

    private static JsonObject Print(string text) =>
        Parse(text) is var outcome && outcome.TryGetValue(out var document)
            ? new JsonObject { ["printed"] = Printer.Print(document) }
            : Errors(outcome.Errors);

    private static JsonObject Validate(GraphQLSchema schema, string text) =>
        Errors(Parse(text).Then(document => DocumentValidator.Validate(schema, document)).Errors);

    private static JsonObject CoerceLiteral(GraphQLSchema schema, JsonElement question)
    {
        var operation = OperationOf(question);
        var values = VariableCoercion.Coerce(schema, operation, question.GetProperty("variables"));
        if (!values.TryGetValue(out var variables))
        {
            return Errors(values.Errors);
        }

        var literal = ValueOf(Parser.ParseValue(Encoding.UTF8.GetBytes(Text(question, "literal")), ParserLimits.Default, constant: false));
        var type = TypeReference.Resolve(schema, ValueOf(Parser.ParseType(Encoding.UTF8.GetBytes(Text(question, "type")), ParserLimits.Default)))!;
        return LiteralCoercion.TryCoerce(literal, type, variables, out var value)
            ? new JsonObject { ["value"] = Json(value) }
            : new JsonObject { ["refused"] = true };
    }

    private static JsonObject CoerceVariables(GraphQLSchema schema, JsonElement question)
    {
        var operation = OperationOf(question);
        var outcome = VariableCoercion.Coerce(schema, operation, question.GetProperty("variables"));
        if (!outcome.TryGetValue(out var variables))
        {
            return Errors(outcome.Errors);
        }

        var values = new JsonObject();
        foreach (var definition in operation.VariableDefinitions)
        {
            if (variables.TryGetValue(definition.Variable.Name.Value, out var value))
            {
                values[definition.Variable.Name.Value] = Json(value);
            }
        }

        return new JsonObject { ["value"] = values };
    }

    private static OperationDefinitionNode OperationOf(JsonElement question) =>
        (OperationDefinitionNode)ValueOf(Parse($"query {Text(question, "definitions")} {{ __typename }}")).Definitions[0];

    private static Outcome<DocumentNode> Parse(string text) => Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default);

    private static T ValueOf<T>(Outcome<T> outcome)
        where T : class => outcome.TryGetValue(out var value) ? value : throw new ArgumentException(outcome.Errors[0].Message, nameof(outcome));

    private static JsonObject Errors(IEnumerable<GraphQLError> errors) => new()
    {
        ["errors"] = new JsonArray([.. errors.Select(error => new JsonObject
        {
            ["message"] = error.Message,
            ["locations"] = new JsonArray([.. error.Locations.Select(Json)]),
        })]),
    };

    private static JsonObject Json(Location location) => new() { ["line"] = location.Line, ["column"] = location.Column };

    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        InputObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Json(field.Value)))),
        IReadOnlyList<object?> items => new JsonArray([.. items.Select(item => Json(item))]),
        _ => JsonSerializer.SerializeToNode(value),
    };

    private static string Text(JsonElement question, string name) => question.GetProperty(name).GetString()!;

    private static string Write(JsonObject answer) => answer.ToJsonString();
}
