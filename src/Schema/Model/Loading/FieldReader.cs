using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the fields of a type: names, types, and who writes them.</summary>
internal sealed class FieldReader(TypeDeclaration declaration, TypeTable types)
{
    // A document is deleted as a whole: that is its type's gate to guard.
    private static readonly ImmutableArray<AccessOperation> GateOperations = [AccessOperation.Create, AccessOperation.Read, AccessOperation.Update];

    private static readonly string[] Setters = ["createdAt", "updatedAt", "createdBy"];

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
        CheckInputNames(fields);
        types.Type(declaration).Fields = [.. fields.Select(field => field.Field), .. VersionField()];
        return fields;
    }

    private void CheckInputNames(ImmutableArray<FieldDeclaration> fields)
    {
        foreach (var reference in fields.Where(field => field.Field.Type is ReferenceFieldType))
        {
            var id = reference.Field.InputName;
            if (fields.FirstOrDefault(field => field.Field.Name == id) is { } taken)
            {
                declaration.Errors.Report(taken.Node.Name, $"`{id}` is how inputs name the reference `{reference.Field.Name}`.", "Name it otherwise.");
            }
        }
    }

    private IEnumerable<ModelField> VersionField() => !declaration.Directives.Has("versioned") ? [] :
    [
        new ModelField
        {
            Name = "version",
            StoredName = "version",
            Description = "Counts the writes, from 1. As `ifVersion` of a write it says which version is meant.",
            Type = new ScalarFieldType(ScalarKind.Int, IsNullable: false),
            Constraint = null,
            Default = null,
            Source = FieldSource.Version,
            IsInCreateInput = false,
            IsInUpdateInput = false,
        },
    ];

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

        if (directives.Has("inverse") || ReadType(node, directives) is not { } type || !isNameFree)
        {
            return null;
        }

        var source = ReadSource(node, directives, type);
        var constraint = directives.Find("constraint") is { } written ? ConstraintReader.Read(written, type, errors) : null;
        var isReadOnly = source != FieldSource.Client || directives.Has("readOnly") || directives.Has("internal");
        CheckWriters(directives);
        if (directives.Find("paging") is { } paging)
        {
            errors.Report(paging.Node, "`@paging` is about a list of documents, which this field is not.", "Move it to the type, or to a field with `@inverse`.");
        }

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
                IsInternal = directives.Has("internal"),
                Gates = AccessReader.ReadGates(directives, GateOperations, errors),
            },
            errors);
    }

    private FieldType? ReadType(FieldDefinitionNode node, DirectiveSet directives) => directives.Find("reference") is { } reference
        ? ReferenceReader.Read(node, reference, directives, types, declaration.Errors)
        : FieldTypeReader.Read(node.Type, types, declaration.Errors);

    private bool CheckName(NameNode node)
    {
        var (name, errors) = (node.Value, declaration.Errors);
        if (!_names.Add(name))
        {
            errors.Report(node, $"`{declaration.Name}` has the field `{name}` twice.", "Name it otherwise, or remove one of them.");
            return false;
        }

        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Report(node, $"`{name}` starts with two underscores, which GraphQL keeps for itself.", "Name it otherwise.");
        }
        else if (name is "id")
        {
            errors.Report(
                node,
                "`id` comes by itself from the document's `_id`.",
                declaration.IsStored ? "Remove it." : "Name it otherwise; an embedded object has no id.");
        }
        else if (name is "and" or "or")
        {
            errors.Report(
                node,
                $"`{name}` joins conditions in a filter and can't be a field.",
                $"Name it otherwise, and write `@stored(as: \"{name}\")` to keep it in the documents.");
        }

        else if (name is "can" && declaration.IsStored)
        {
            errors.Report(
                node,
                "`can` says in the API what the caller may do with a document.",
                "Name it otherwise, and write `@stored(as: \"can\")` to keep it in the documents.");
        }
        else if (name is "ifVersion" && declaration.Directives.Has("versioned"))
        {
            errors.Report(node, "`ifVersion` says in inputs which version is meant.", "Name it otherwise.");
        }
        else if (name is "version" && declaration.Directives.Has("versioned"))
        {
            errors.Report(node, "`version` comes by itself from `@versioned`.", "Remove it, or `@versioned`.");
            return false;
        }

        return true;
    }

    private string ReadStoredName(FieldDefinitionNode node, DirectiveSet directives)
    {
        if (directives.Has("inverse"))
        {
            return "";
        }

        var errors = declaration.Errors;
        var reference = directives.Find("reference");
        var name = (directives.Find("stored")?.Text("as") ?? reference?.Text("field")) ?? (reference is null ? node.Name.Value : node.Name.Value + "_id");
        var at = directives.Find("stored")?.At("as") ?? (SyntaxNode?)reference?.Value("field") ?? node.Name;
        if (StoredNames.Problem(name) is { } problem)
        {
            errors.Report(at, $"The name in the document {problem}.", $"Write another `{Rename(reference)}`.");
        }
        else if (name == _ownerField)
        {
            errors.Report(
                at,
                $"`{name}` holds the owner of the document, which only the server writes.",
                "Store the field under another name, or write `@owned(field: …)`.");
        }
        else if (name == "version" && node.Name.Value != name && declaration.Directives.Has("versioned"))
        {
            errors.Report(at, "`@versioned` keeps the version in `version`.", "Store the field under another name.");
        }
        else if (!_storedNames.TryAdd(name, node.Name.Value) && _storedNames[name] != node.Name.Value)
        {
            errors.Report(at, $"`{_storedNames[name]}` is stored as `{name}` already.", $"Write another `{Rename(reference)}`.");
        }

        return name;
    }

    private static string Rename(AppliedDirective? reference) => reference is null ? "@stored(as: …)" : "@reference(field: …)";

    private FieldSource ReadSource(FieldDefinitionNode node, DirectiveSet directives, FieldType type)
    {
        if (Setters.Select(directives.Find).OfType<AppliedDirective>().FirstOrDefault() is not { Node.Name.Value: var name })
        {
            return FieldSource.Client;
        }

        if (name == "createdBy")
        {
            if (type is not ScalarFieldType { Kind: ScalarKind.String or ScalarKind.ID, IsNullable: false })
            {
                declaration.Errors.Report(node.Type, "`@createdBy` sets the caller's `sub`.", "Write the type `String!` or `ID!`.");
            }

            return FieldSource.CreatedBy;
        }

        if (type is not ScalarFieldType { Kind: ScalarKind.DateTime, IsNullable: false })
        {
            declaration.Errors.Report(node.Type, $"`@{name}` sets a time.", "Write the type `DateTime!`.");
        }

        return name == "createdAt" ? FieldSource.CreatedAt : FieldSource.UpdatedAt;
    }

    private void CheckWriters(DirectiveSet directives)
    {
        var errors = declaration.Errors;
        if (Array.Find(Setters, directives.Has) is { } setter)
        {
            string[] others = [.. Setters, "default", "readOnly", "writeOnce", "constraint"];
            foreach (var other in others.Where(other => other != setter).Select(directives.Find).OfType<AppliedDirective>())
            {
                errors.Report(other.Node, $"`@{other.Node.Name.Value}` says nothing where `@{setter}` sets the value.", "Remove one of them.");
            }
        }
        else if ((directives.Find("readOnly") ?? directives.Find("internal")) is { } closed)
        {
            var name = closed.Node.Name.Value;
            if (directives.Find("writeOnce") is { } writeOnce)
            {
                errors.Report(writeOnce.Node, $"`@writeOnce` lets a client write what `@{name}` does not.", "Remove one of them.");
            }

            if (name == "readOnly" && directives.Has("internal"))
            {
                errors.Report(closed.Node, "`@readOnly` says nothing beside `@internal`, which no client sees.", "Remove one of them.");
            }
        }
    }
}
