using System.Text.Json;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Coercion;

/// <summary>CoerceVariableValues(), §6.1.2: the JSON of a request to the variables of its operation.</summary>
public static class VariableCoercion
{
    /// <summary>The same with the default options.</summary>
    public static Outcome<VariableValues> Coerce(GraphQLSchema schema, OperationDefinitionNode operation, JsonElement variables) =>
        Coerce(schema, operation, variables, ErrorOptions.Default);

    /// <summary>
    /// The values, or all that is wrong with them (at most 50 errors), each at the definition of its variable. Variables that the operation
    /// doesn't define are ignored. The JSON is an object, null, or undefined when the request has none.
    /// </summary>
    public static Outcome<VariableValues> Coerce(
        GraphQLSchema schema,
        OperationDefinitionNode operation,
        JsonElement variables,
        ErrorOptions options)
    {
        var problems = new VariableProblems(options);
        if (variables.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            problems.Add("Variables must be provided as an Object where each property is a variable name.", []);
            return problems.ToErrors();
        }

        if (operation.VariableDefinitions.IsEmpty)
        {
            return VariableValues.Empty;
        }

        var given = PropertiesOf(variables);
        var values = new Dictionary<string, object?>(operation.VariableDefinitions.Length);
        foreach (var definition in operation.VariableDefinitions)
        {
            Coerce(schema, definition, given, values, problems);
        }

        return problems.Any ? problems.ToErrors() : new VariableValues(values);
    }

    private static void Coerce(
        GraphQLSchema schema,
        VariableDefinitionNode definition,
        Dictionary<string, JsonElement> given,
        Dictionary<string, object?> values,
        VariableProblems problems)
    {
        var name = definition.Variable.Name.Value;
        if (TypeReference.Resolve(schema, definition.Type) is not { IsInputType: true } type)
        {
            var text = InputText.Of(definition.Type);
            problems.Add(
                $"Variable \"${name}\" expected value of type \"{text}\" which cannot be used as an input type.",
                [definition.Type.Location]);
        }
        else if (!given.TryGetValue(name, out var json))
        {
            CoerceDefault(definition, type, values, problems);
        }
        else if (json.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            problems.Add($"Variable \"${name}\" of non-null type \"{type}\" must not be null.", [definition.Location]);
        }
        else
        {
            values[name] = new JsonCoercion(name, definition.Location, problems).Coerce(json, type, null);
        }
    }

    private static void CoerceDefault(
        VariableDefinitionNode definition,
        GraphQLType type,
        Dictionary<string, object?> values,
        VariableProblems problems)
    {
        var name = definition.Variable.Name.Value;
        if (definition.DefaultValue is null)
        {
            if (type is NonNullType)
            {
                problems.Add($"Variable \"${name}\" of required type \"{type}\" was not provided.", [definition.Location]);
            }
        }
        else if (LiteralCoercion.TryCoerce(definition.DefaultValue, type, VariableValues.Empty, out var value))
        {
            values[name] = value;
        }
        else
        {
            var text = InputText.Of(definition.DefaultValue);
            problems.Add($"Variable \"${name}\" has invalid default value {text}.", [definition.DefaultValue.Location]);
        }
    }

    /// <summary>By name, the last of equal ones, as JSON's own readers do.</summary>
    internal static Dictionary<string, JsonElement> PropertiesOf(JsonElement json)
    {
        var properties = new Dictionary<string, JsonElement>();
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                // A name that is no text is the name of nothing: it shows up as U+FFFD, which no GraphQL name has.
                properties[InputText.TryReadName(property, out var name) ? name : "\uFFFD"] = property.Value;
            }
        }

        return properties;
    }
}
