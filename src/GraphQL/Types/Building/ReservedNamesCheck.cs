using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>Names that start with two underscores belong to introspection, §4.1; `true`, `false` and `null` are no enum values, §3.9.</summary>
internal static class ReservedNamesCheck
{
    public static void Run(SchemaDefinitions definitions, SchemaProblems problems)
    {
        foreach (var name in definitions.Types.Values.SelectMany(NamesOf).Concat(definitions.Directives.Values.SelectMany(NamesOf)))
        {
            if (name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                problems.Add($"Name \"{name.Value}\" must not begin with \"__\", which is reserved by GraphQL introspection.", name);
            }
        }

        foreach (var value in definitions.Types.Values.OfType<EnumTypeDefinitionNode>().SelectMany(type => type.Values))
        {
            if (value.Name.Value is "true" or "false" or "null")
            {
                problems.Add($"Enum values cannot be named: {value.Name.Value}", value.Name);
            }
        }
    }

    private static IEnumerable<NameNode> NamesOf(TypeDefinitionNode type)
    {
        IEnumerable<NameNode> members = type switch
        {
            ObjectTypeDefinitionNode node => node.Fields.SelectMany(NamesOf),
            InterfaceTypeDefinitionNode node => node.Fields.SelectMany(NamesOf),
            InputObjectTypeDefinitionNode node => node.Fields.Select(field => field.Name),
            EnumTypeDefinitionNode node => node.Values.Select(value => value.Name),
            _ => [],
        };
        return members.Prepend(type.Name);
    }

    private static IEnumerable<NameNode> NamesOf(FieldDefinitionNode field) => field.Arguments.Select(argument => argument.Name).Prepend(field.Name);

    private static IEnumerable<NameNode> NamesOf(DirectiveDefinitionNode directive) =>
        directive.Arguments.Select(argument => argument.Name).Prepend(directive.Name);
}
