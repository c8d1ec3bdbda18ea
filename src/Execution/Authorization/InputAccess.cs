using OwnedData.Execution.Access;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Authorization;

/// <summary>The gates of the fields that an input gives, also inside embedded objects and lists: null given is given, too.</summary>
internal static class InputAccess
{
    /// <summary>Null when the viewer passes them all.</summary>
    public static GraphQLError? Check(InputObject input, ModelType type, AccessOperation operation, Viewer viewer)
    {
        foreach (var field in type.Fields)
        {
            if (input.TryGetValue(field.InputName, out var value)
                && (FieldAccess.Check(field, operation, viewer) ?? Check(value, field.Type, operation, viewer)) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static GraphQLError? Check(object? value, FieldType type, AccessOperation operation, Viewer viewer)
    {
        if (value is InputObject input)
        {
            return type is EmbeddedFieldType embedded ? Check(input, embedded.Object, operation, viewer) : null;
        }

        if (value is IReadOnlyList<object?> items && type is ListFieldType list)
        {
            foreach (var item in items)
            {
                if (Check(item, list.Element, operation, viewer) is { } refused)
                {
                    return refused;
                }
            }
        }

        return null;
    }
}
