using System.Text.Json.Nodes;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Introspection;

/// <summary>The least executor that can answer an introspection query: no aliases of one field twice, no conditions.</summary>
internal sealed class IntrospectionWalk(ValidatedDocument document)
{
    public JsonObject Run() => Select(document.Schema, document.Schema.QueryType, document.Operations[0].SelectionSet);

    private JsonObject Select(object source, NamedType type, SelectionSetNode selectionSet)
    {
        var result = new JsonObject();
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    result.Add(field.ResponseName, Resolve(source, type, field));
                    break;
                case FragmentSpreadNode spread:
                    foreach (var (name, value) in Select(source, type, document.Fragments[spread.Name.Value].SelectionSet).ToList())
                    {
                        result.Add(name, value?.DeepClone());
                    }

                    break;
            }
        }

        return result;
    }

    private JsonNode? Resolve(object source, NamedType type, FieldNode field)
    {
        Assert.True(document.Schema.TryGetField(type, field.Name.Value, out var definition));
        Assert.True(ArgumentCoercion.Coerce(definition.Arguments, field.Arguments, VariableValues.Empty).TryGetValue(out var arguments));
        var value = field.Name.Value switch
        {
            IntrospectionFields.TypeName => type.Name,
            IntrospectionFields.Schema => source,
            IntrospectionFields.Type => TypeNamed(arguments),
            _ => IntrospectionResolver.Resolve(source, field.Name.Value, arguments),
        };
        return Complete(value, definition.Type.InnermostType, field);
    }

    private NamedType? TypeNamed(ArgumentValues arguments) =>
        arguments.TryGetValue("name", out var name) && document.Schema.TryGetType((string)name!, out var type) ? type : null;

    private JsonNode? Complete(object? value, NamedType type, FieldNode field) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool boolean => JsonValue.Create(boolean),
        IReadOnlyList<object> items => new JsonArray([.. items.Select(item => Complete(item, type, field))]),
        _ => Select(value, type, field.SelectionSet!),
    };
}
