using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Coercion;

/// <summary>CoerceArgumentValues(), §6.4.1: the arguments of one field or directive of a validated document.</summary>
public static class ArgumentCoercion
{
    /// <summary>
    /// The values, or what the variables broke: a null or missing one where there must be a value. Errors of missing arguments have no location:
    /// it is the field's. Without arguments and defaults nothing is allocated.
    /// </summary>
    public static Outcome<ArgumentValues> Coerce(
        ImmutableArray<InputValueDefinition> definitions,
        ImmutableArray<ArgumentNode> arguments,
        VariableValues variables)
    {
        if (definitions.IsEmpty)
        {
            return ArgumentValues.Empty;
        }

        var values = new Dictionary<string, object?>(definitions.Length);
        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        foreach (var definition in definitions)
        {
            if (Coerce(definition, ValueOf(arguments, definition.Name), variables, values) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors.Count == 0 ? new ArgumentValues(values) : errors.ToImmutable();
    }

    private static GraphQLError? Coerce(
        InputValueDefinition definition,
        ValueNode? literal,
        VariableValues variables,
        Dictionary<string, object?> values)
    {
        var unprovided = literal is VariableNode variable && !variables.TryGetValue(variable.Name.Value, out _) ? (VariableNode)literal : null;
        var source = unprovided is null ? literal ?? definition.DefaultValue : definition.DefaultValue;
        if (source is null)
        {
            return definition.IsRequired ? Missing(definition, unprovided) : null;
        }

        if (LiteralCoercion.TryCoerce(source, definition.Type, variables, out var value))
        {
            values.Add(definition.Name, value);
            return null;
        }

        var isNull = source is NullValueNode
            || (source is VariableNode given && variables.TryGetValue(given.Name.Value, out var content) && content is null);
        var message = isNull
            ? $"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null."
            : $"Argument \"{definition.Name}\" has invalid value {InputText.Of(source)}.";
        return new GraphQLError(ErrorCatalog.InvalidVariable, message, [source.Location]);
    }

    private static GraphQLError Missing(InputValueDefinition definition, VariableNode? unprovided)
    {
        var subject = $"Argument \"{definition.Name}\" of required type \"{definition.Type}\"";
        return unprovided is null
            ? new GraphQLError(ErrorCatalog.InvalidVariable, $"{subject} was not provided.", [])
            : new GraphQLError(
                ErrorCatalog.InvalidVariable,
                $"{subject} was provided the variable \"${unprovided.Name.Value}\" which was not provided a runtime value.",
                [unprovided.Location]);
    }

    private static ValueNode? ValueOf(ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
