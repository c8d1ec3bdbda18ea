using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.8.5: a variable's type fits every place where it is used.</summary>
internal sealed class AllVariableUsagesAreAllowedRule(ValidationContext context) : ValidationRule
{
    public override void CheckVariables(OperationDefinitionNode operation, IReadOnlyList<VariableUsage> usages)
    {
        var definitions = new Dictionary<string, (VariableDefinitionNode Node, GraphQLType? Type)>();
        foreach (var definition in operation.VariableDefinitions)
        {
            definitions[definition.Variable.Name.Value] = (definition, TypeReference.Resolve(context.Schema, definition.Type));
        }

        foreach (var usage in usages)
        {
            var name = usage.Variable.Name.Value;
            if (!definitions.TryGetValue(name, out var definition) || definition.Type is not { } type || usage.Type is not { } place)
            {
                continue;
            }

            if (!IsAllowed(type, definition.Node.DefaultValue, place, usage.HasDefault))
            {
                context.Report(
                    $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{place}\".",
                    definition.Node,
                    usage.Variable);
            }

            if (usage.OneOf is { } oneOf && type is not NonNullType)
            {
                context.Report(
                    $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                    definition.Node,
                    usage.Variable);
            }
        }
    }

    /// <summary>IsVariableUsageAllowed(): a default, of the variable or of the place, stands in for null being impossible.</summary>
    private static bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType place, bool placeHasDefault)
    {
        if (place is NonNullType nonNullPlace && type is not NonNullType)
        {
            var hasDefault = defaultValue is not (null or NullValueNode) || placeHasDefault;
            return hasDefault && AreCompatible(type, nonNullPlace.OfType);
        }

        return AreCompatible(type, place);
    }

    /// <summary>AreTypesCompatible().</summary>
    private static bool AreCompatible(GraphQLType type, GraphQLType place) => (type, place) switch
    {
        (NonNullType nonNull, NonNullType nonNullPlace) => AreCompatible(nonNull.OfType, nonNullPlace.OfType),
        (_, NonNullType) => false,
        (NonNullType nonNull, _) => AreCompatible(nonNull.OfType, place),
        (ListType list, ListType listPlace) => AreCompatible(list.OfType, listPlace.OfType),
        _ => type == place,
    };
}
