using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the fields with `@inverse` of a stored type. It runs after all fields are known, since each is the other side of one.</summary>
internal sealed class InverseReader(TypeDeclaration declaration, TypeTable types)
{
    /// <summary>Sets the type's inverses.</summary>
    public void Read(StoredType type) =>
        type.Inverses = [.. declaration.Node.Fields.Where(IsInverse).Select(node => ReadField(node, type)).OfType<InverseField>()];

    private static bool IsInverse(FieldDefinitionNode node) => node.Directives.Any(directive => directive.Name.Value == "inverse");

    private InverseField? ReadField(FieldDefinitionNode node, StoredType type)
    {
        // The mistakes of the directives themselves were told with the other fields'; ErrorList tells none twice.
        var directives = DirectiveReader.Read(node.Directives, DirectivePlace.StoredField, declaration.Errors);
        CheckAlone(node);
        if (directives.Find("inverse") is not { } directive || directive.Text("of") is not { } of || FindOther(node) is not { } other)
        {
            return null;
        }

        if (!other.TryGetField(of, out var reference) || (reference.Type as ReferenceFieldType)?.Target != type)
        {
            ReportOf(directive, of, other, type);
            return null;
        }

        if (reference.IsInternal)
        {
            declaration.Errors.Report(directive.At("of"), $"`{of}` is `@internal`, and its other side would tell of it.", "Remove the field, or `@internal` there.");
        }

        var paging = PagingReader.Read(directives, declaration.Errors);
        return new InverseField(node.Name.Value, node.Description?.Value, other, reference, paging, node.Type is not NonNullTypeNode);
    }

    private void CheckAlone(FieldDefinitionNode node)
    {
        foreach (var other in node.Directives.Where(one => one.Name.Value is not ("inverse" or "paging")))
        {
            declaration.Errors.Report(other, $"`@{other.Name.Value}` says nothing of an `@inverse`, which stores nothing.", "Remove one of them.");
        }
    }

    private StoredType? FindOther(FieldDefinitionNode node)
    {
        var type = node.Type is NonNullTypeNode nonNull ? nonNull.Type : node.Type;
        if (type is not ListTypeNode { Type: NonNullTypeNode { Type: NamedTypeNode { Name: var name } } })
        {
            declaration.Errors.Report(node.Type, "An `@inverse` is a list of documents.", "Write `[Note!]!`, with the name of the type that refers to this one.");
            return null;
        }

        if (types.FindType(name.Value) is StoredType stored)
        {
            return stored;
        }

        var message = types.Names.Contains(name.Value) ? $"`{name.Value}` has no documents of its own." : $"There is no type `{name.Value}`.";
        declaration.Errors.Report(name, message, Spelling.Remedy(name.Value, types.StoredNames, "", "Write a type with `@collection`."));
        return null;
    }

    private void ReportOf(AppliedDirective directive, string of, StoredType other, StoredType type)
    {
        var back = other.Fields.Where(field => !field.IsInternal && (field.Type as ReferenceFieldType)?.Target == type).Select(field => field.Name).ToArray();
        declaration.Errors.Report(
            directive.At("of"),
            $"`{of}` of `{other.Name}` is no reference to `{type.Name}`.",
            back.Length > 0 ? $"Write one of {string.Join(", ", back)}." : $"Write a field `{Api.ApiNames.CamelCase(type.Name)}: {type.Name} @reference` there.");
    }
}
