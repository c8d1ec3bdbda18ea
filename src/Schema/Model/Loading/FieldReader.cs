using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the fields of a type: names, types, and who writes them.</summary>
internal sealed class FieldReader(TypeDeclaration declaration, TypeTable types)
{
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, string> _storedNames = [];
    private readonly string? _ownerField = (types.Type(declaration) as StoredType)?.Access.Owner?.StoredField;

    /// <summary>The fields that could be read, in order. Sets them on the type too.</summary>
    public ImmutableArray<FieldDeclaration> Read()
    {
        if (declaration.Node.Fields.IsEmpty)
        {
            declaration.Errors.Report(declaration.Node.Name, $"`{declaration.Name}` has no fields.", "Write at least one between `{` and `}`.");
        }

        ImmutableArray<FieldDeclaration> fields = [.. declaration.Node.Fields.Select(ReadField).OfType<FieldDeclaration>()];
        types.Type(declaration).Fields = [.. fields.Select(field => field.Field)];
        return fields;
    }

    private FieldDeclaration? ReadField(FieldDefinitionNode node)
    {
        var errors = declaration.Errors;
        var place = declaration.IsStored ? DirectivePlace.StoredField : DirectivePlace.EmbeddedField;
        var directives = DirectiveReader.Read(node.Directives, place, errors);
        var isNameFree = CheckName(node.Name);
        var storedName = ReadStoredName(node, directives);
        if (!node.Arguments.IsEmpty)
        {
            errors.Report(
                node.Arguments[0],
                "Fields of a model take no arguments.",
                "Remove them; lists get `where`, `order` and paging by themselves.");
        }

        if (FieldTypeReader.Read(node.Type, types, errors) is not { } type || !isNameFree)
        {
            return null;
        }

        var source = ReadSource(node, directives, type);
        var constraint = directives.Find("constraint") is { } written ? ConstraintReader.Read(written, type, errors) : null;
        var isReadOnly = source != FieldSource.Client || directives.Has("readOnly");
        CheckWriters(node, directives, type, source);
        return new FieldDeclaration(
            node,
            directives,
            new ModelField
            {
                Name = node.Name.Value,
                StoredName = storedName,
                Description = node.Description?.Value,
                Type = type,
                Constraint = constraint,
                Default = source == FieldSource.Client ? directives.Find("default")?.Value("value") : null,
                Source = source,
                IsInCreateInput = !isReadOnly,
                IsInUpdateInput = !isReadOnly && !directives.Has("writeOnce"),
            },
            errors);
    }

    private bool CheckName(NameNode node)
    {
        var name = node.Value;
        if (!_names.Add(name))
        {
            declaration.Errors.Report(node, $"`{declaration.Name}` has the field `{name}` twice.", "Name it otherwise, or remove one of them.");
            return false;
        }

        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            declaration.Errors.Report(node, $"`{name}` starts with two underscores, which GraphQL keeps for itself.", "Name it otherwise.");
        }
        else if (name is "id")
        {
            declaration.Errors.Report(
                node,
                "`id` comes by itself from the document's `_id`.",
                declaration.IsStored ? "Remove it." : "Name it otherwise; an embedded object has no id.");
        }
        else if (name is "and" or "or")
        {
            declaration.Errors.Report(
                node,
                $"`{name}` joins conditions in a filter and can't be a field.",
                $"Name it otherwise, and write `@stored(as: \"{name}\")` to keep it in the documents.");
        }

        return true;
    }

    private string ReadStoredName(FieldDefinitionNode node, DirectiveSet directives)
    {
        var errors = declaration.Errors;
        var directive = directives.Find("stored");
        var name = directive?.Text("as") ?? node.Name.Value;
        var at = directive?.At("as") ?? node.Name;
        if (StoredNames.Problem(name) is { } problem)
        {
            errors.Report(at, $"The name in the document {problem}.", "Write another `@stored(as: …)`.");
        }
        else if (name == _ownerField)
        {
            errors.Report(
                at,
                $"`{name}` holds the owner of the document, which only the server writes.",
                "Store the field under another name, or write `@owned(field: …)`.");
        }
        else if (!_storedNames.TryAdd(name, node.Name.Value) && _storedNames[name] != node.Name.Value)
        {
            errors.Report(at, $"`{_storedNames[name]}` is stored as `{name}` already.", "Write another `@stored(as: …)`.");
        }

        return name;
    }

    private FieldSource ReadSource(FieldDefinitionNode node, DirectiveSet directives, FieldType type)
    {
        if ((directives.Find("createdAt") ?? directives.Find("updatedAt")) is not { } directive)
        {
            return FieldSource.Client;
        }

        var name = directive.Node.Name.Value;
        if (type is not ScalarFieldType { Kind: ScalarKind.DateTime, IsNullable: false })
        {
            declaration.Errors.Report(node.Type, $"`@{name}` sets a time.", "Write the type `DateTime!`.");
        }

        return name == "createdAt" ? FieldSource.CreatedAt : FieldSource.UpdatedAt;
    }

    private void CheckWriters(FieldDefinitionNode node, DirectiveSet directives, FieldType type, FieldSource source)
    {
        var errors = declaration.Errors;
        if (source != FieldSource.Client)
        {
            var setter = source == FieldSource.CreatedAt ? "createdAt" : "updatedAt";
            string[] others = ["createdAt", "updatedAt", "default", "readOnly", "writeOnce", "constraint"];
            foreach (var other in others.Where(other => other != setter).Select(directives.Find).OfType<AppliedDirective>())
            {
                errors.Report(other.Node, $"`@{other.Node.Name.Value}` says nothing where `@{setter}` sets the value.", "Remove one of them.");
            }
        }
        else if (directives.Find("readOnly") is { } readOnly)
        {
            if (directives.Find("writeOnce") is { } writeOnce)
            {
                errors.Report(writeOnce.Node, "`@writeOnce` lets a client write what `@readOnly` does not.", "Remove one of them.");
            }

            if (!type.IsNullable && !directives.Has("default"))
            {
                errors.Report(
                    readOnly.Node,
                    $"Nobody gives `{node.Name.Value}` a value: it is required, `@readOnly` and has no default.",
                    "Write `@default(value: …)`, or make it nullable by removing the `!`.");
            }
        }
    }
}
