using System.Text;
using System.Text.Json;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Coercion;

/// <summary>The JSON value of one variable to its type, §3.4 to §3.12, *Input Coercion*. Goes on after a problem to find the others.</summary>
internal sealed class JsonCoercion(string variable, Location location, VariableProblems problems)
{
    /// <summary>The value; meaningless once there is a problem.</summary>
    public object? Coerce(JsonElement json, GraphQLType type, InputPath? path)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (type is NonNullType)
            {
                Refuse(json, path, $"Expected non-nullable type \"{type}\" not to be null.");
            }

            return null;
        }

        return type.NullableType switch
        {
            ListType listType => CoerceList(json, listType, path),
            InputObjectType inputType => CoerceObject(json, inputType, path),
            EnumType enumType => CoerceEnum(json, enumType, path),
            var scalarType => CoerceScalar(json, (ScalarType)scalarType, path),
        };
    }

    private List<object?> CoerceList(JsonElement json, ListType type, InputPath? path)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(json, type.OfType, path)];
        }

        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (problems.IsFull)
            {
                break;
            }

            items.Add(Coerce(item, type.OfType, new InputPath(path, null, items.Count)));
        }

        return items;
    }

    private InputObject? CoerceObject(JsonElement json, InputObjectType type, InputPath? path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse(json, path, $"Expected type \"{type}\" to be an object.");
            return null;
        }

        var given = VariableCoercion.PropertiesOf(json);
        var coerced = new OrderedDictionary<string, object?>(type.Fields.Length);
        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var value))
            {
                coerced.Add(field.Name, Coerce(value, field.Type, new InputPath(path, field.Name, 0)));
            }
            else if (field.DefaultValue is { } defaultValue)
            {
                LiteralCoercion.TryCoerce(defaultValue, field.Type, VariableValues.Empty, out var fallback);
                coerced.Add(field.Name, fallback);
            }
            else if (field.IsRequired)
            {
                Refuse(json, path, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }

        CheckNames(json, type, given.Keys, path);
        if (type.IsOneOf)
        {
            CheckOneOf(json, type, coerced, given, path);
        }

        return new InputObject(coerced);
    }

    private void CheckNames(JsonElement json, InputObjectType type, IEnumerable<string> given, InputPath? path)
    {
        foreach (var name in given)
        {
            if (!type.TryGetField(name, out _) && !problems.IsFull)
            {
                var hint = problems.Hint(name, type.Fields.Select(field => field.Name));
                Refuse(json, path, $"Field \"{name}\" is not defined by type \"{type}\".{hint}");
            }
        }
    }

    /// <summary>By the fields that the type has: a name it hasn't is told already.</summary>
    private void CheckOneOf(
        JsonElement json,
        InputObjectType type,
        OrderedDictionary<string, object?> coerced,
        Dictionary<string, JsonElement> given,
        InputPath? path)
    {
        if (coerced.Count != 1)
        {
            Refuse(json, path, $"Exactly one key must be specified for OneOf type \"{type}\".");
        }

        if (coerced.Count > 0 && coerced.GetAt(0).Key is var name && given[name] is { ValueKind: JsonValueKind.Null } value)
        {
            Refuse(value, new InputPath(path, name, 0), $"Field \"{name}\" must be non-null.");
        }
    }

    private string? CoerceEnum(JsonElement json, EnumType type, InputPath? path)
    {
        if (json.ValueKind != JsonValueKind.String || !InputText.TryRead(json, out var name))
        {
            var text = InputText.Of(json);
            Refuse(json, path, $"Enum \"{type}\" cannot represent non-string value: {text}.{HintOf(type, text)}");
            return null;
        }

        if (!type.TryGetValue(name, out _))
        {
            Refuse(json, path, $"Value \"{name}\" does not exist in \"{type}\" enum.{HintOf(type, name)}");
        }

        return name;
    }

    private string HintOf(EnumType type, string input) =>
        problems.Hint(input, type.Values.Select(value => value.Name), "the enum value");

    private object? CoerceScalar(JsonElement json, ScalarType type, InputPath? path)
    {
        var coerced = type.Coercion.CoerceJson(json);
        if (coerced.Problem is { } problem)
        {
            Refuse(json, path, problem);
        }

        return coerced.Value;
    }

    private void Refuse(JsonElement json, InputPath? path, string problem)
    {
        if (problems.IsFull)
        {
            return;
        }

        var message = new StringBuilder($"Variable \"${variable}\" got invalid value {InputText.Of(json)}");
        if (path is not null)
        {
            message.Append($" at \"{variable}{path}\"");
        }

        problems.Add(message.Append("; ").Append(problem).ToString(), [location]);
    }
}
