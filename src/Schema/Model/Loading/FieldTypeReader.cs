using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the type of a field: a scalar, an enum, an embedded object, or lists of them.</summary>
internal static class FieldTypeReader
{
    /// <summary>Lists of lists of lists: deeper ones have filters that nobody can read.</summary>
    public const int DeepestList = 3;

    /// <summary>Null when the type is not one; the reason is reported.</summary>
    public static FieldType? Read(TypeNode node, TypeTable types, SourceErrors errors)
    {
        var depth = 0;
        for (var inner = Unwrapped(node); inner is ListTypeNode list; inner = Unwrapped(list.Type))
        {
            depth++;
        }

        if (depth > DeepestList)
        {
            errors.Report(node, $"Lists are nested {depth} deep.", $"Write at most {DeepestList}, or an embedded type.");
            return null;
        }

        return Read(node, isNullable: true, types, errors);
    }

    private static TypeNode Unwrapped(TypeNode node) => node is NonNullTypeNode nonNull ? nonNull.Type : node;

    private static FieldType? Read(TypeNode node, bool isNullable, TypeTable types, SourceErrors errors)
    {
        switch (node)
        {
            case NonNullTypeNode nonNull:
                return Read(nonNull.Type, isNullable: false, types, errors);
            case ListTypeNode list:
                return Read(list.Type, isNullable: true, types, errors) is { } element ? new ListFieldType(element, isNullable) : null;
            default:
                return ReadNamed(((NamedTypeNode)node).Name, isNullable, types, errors);
        }
    }

    private static FieldType? ReadNamed(NameNode node, bool isNullable, TypeTable types, SourceErrors errors)
    {
        var name = node.Value;
        if (Enum.GetNames<ScalarKind>().Contains(name))
        {
            return new ScalarFieldType(Enum.Parse<ScalarKind>(name), isNullable);
        }

        if (types.FindEnum(name) is { } @enum)
        {
            return new EnumFieldType(@enum, isNullable);
        }

        switch (types.FindType(name))
        {
            case EmbeddedType embedded:
                return new EmbeddedFieldType(embedded, isNullable);
            case StoredType:
                errors.Report(
                    node,
                    $"`{name}` is stored in a collection of its own.",
                    "Write `@reference` behind a field of a stored type, `@inverse(of: …)` behind a list, or make it embedded by removing its `@collection`.");
                return null;
            default:
                errors.Report(node, $"There is no type `{name}`.", Spelling.Remedy(name, types.Names, "", "Declare it, or write one that is there."));
                return null;
        }
    }
}
