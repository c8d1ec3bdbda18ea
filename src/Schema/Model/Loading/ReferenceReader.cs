using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the type of a field with `@reference`: another stored type, or null where its document isn't the viewer's to see.</summary>
internal static class ReferenceReader
{
    // What says something about a plain value, or names the element a second time.
    private static readonly string[] Unfitting = ["stored", "default", "constraint", "unique", "createdAt", "updatedAt", "createdBy"];

    /// <summary>Null when the field can't be a reference; the reason is reported.</summary>
    public static FieldType? Read(
        FieldDefinitionNode node,
        AppliedDirective directive,
        DirectiveSet directives,
        TypeTable types,
        SourceErrors errors)
    {
        foreach (var other in Unfitting.Select(directives.Find).OfType<AppliedDirective>())
        {
            var name = other.Node.Name.Value;
            errors.Report(other.Node, $"`@{name}` says nothing of a reference.", name == "stored" ? "Write `@reference(field: …)`." : "Remove it.");
        }

        if (node.Type is ListTypeNode or NonNullTypeNode { Type: ListTypeNode })
        {
            errors.Report(node.Type, "A reference names one document.", "Write the type itself, or `@inverse(of: …)` for those that refer to this one.");
            return null;
        }

        var named = (node.Type as NamedTypeNode ?? (NamedTypeNode)((NonNullTypeNode)node.Type).Type).Name;
        if (types.FindType(named.Value) is not StoredType target)
        {
            var message = types.Names.Contains(named.Value) ? $"`{named.Value}` has no documents of its own to refer to." : $"There is no type `{named.Value}`.";
            errors.Report(named, message, Spelling.Remedy(named.Value, types.StoredNames, "", "Write a type with `@collection`, or remove `@reference`."));
            return null;
        }

        if (node.Type is NonNullTypeNode)
        {
            errors.Report(
                node.Type,
                $"`{node.Name.Value}` is null where its {target.Name} isn't the caller's to see, and its type allows no null.",
                "Make it nullable by removing the `!`.");
        }

        return new ReferenceFieldType(target, IsNullable: true);
    }
}
