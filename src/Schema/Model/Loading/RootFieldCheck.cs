using OwnedData.Schema.Api;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Checks what stored types share: the collections of the database and the fields of Query.</summary>
internal static class RootFieldCheck
{
    public static void Check(Declarations declarations, TypeTable types)
    {
        var collections = new Dictionary<string, string>();
        var fields = ApiNames.ReservedQueryFields.ToDictionary(name => name, _ => "the server");
        foreach (var declaration in declarations.Types)
        {
            if (types.Type(declaration) is not StoredType type)
            {
                continue;
            }

            var directive = declaration.Directives.Find("collection");
            if (directive?.Text("name") is not null && !collections.TryAdd(type.Collection, type.Name))
            {
                declaration.Errors.Report(
                    directive.At("name"),
                    $"`{collections[type.Collection]}` is stored in `{type.Collection}` already.",
                    "Write another collection.");
            }

            Claim(fields, ApiNames.CamelCase(type.Name), type, declaration, "Name the type otherwise.");
            Claim(fields, type.Plural, type, declaration, "Write another `@collection(plural: …)`.");
        }
    }

    private static void Claim(Dictionary<string, string> fields, string field, StoredType type, TypeDeclaration declaration, string remedy)
    {
        if (fields.TryAdd(field, $"`{type.Name}`"))
        {
            return;
        }

        var at = field == type.Plural ? declaration.Directives.Find("collection")?.At("plural") : null;
        var message = fields[field] == $"`{type.Name}`"
            ? $"One `{type.Name}` and a list of them would both be the query field `{field}`."
            : $"The query field `{field}` of `{type.Name}` belongs to {fields[field]} already.";
        declaration.Errors.Report(at ?? declaration.Node.Name, message, remedy);
    }
}
