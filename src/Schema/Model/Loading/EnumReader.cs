using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads an enum: at least one value, each once.</summary>
internal static class EnumReader
{
    public static EnumDefinition Read(EnumDeclaration declaration)
    {
        var (node, errors) = declaration;
        if (node.Values.IsEmpty)
        {
            errors.Report(node.Name, $"`{declaration.Name}` has no values.", "Write at least one between `{` and `}`.");
        }

        var names = new HashSet<string>();
        foreach (var value in node.Values)
        {
            CheckValue(declaration, value, names);
        }

        return new EnumDefinition(
            declaration.Name,
            node.Description?.Value,
            [.. node.Values.Select(value => new EnumMember(value.Name.Value, value.Description?.Value))]);
    }

    private static void CheckValue(EnumDeclaration declaration, EnumValueDefinitionNode value, HashSet<string> names)
    {
        var errors = declaration.Errors;
        DirectiveReader.Read(value.Directives, DirectivePlace.EnumValue, errors);
        var name = value.Name.Value;
        if (!names.Add(name))
        {
            errors.Report(value.Name, $"`{declaration.Name}` has the value `{name}` twice.", "Remove one of them.");
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Report(value.Name, $"`{name}` starts with two underscores, which GraphQL keeps for itself.", "Name it otherwise.");
        }
        else if (name is "true" or "false" or "null")
        {
            errors.Report(value.Name, $"`{name}` is a literal of GraphQL, not a name for a value.", "Name it otherwise.");
        }
    }
}
