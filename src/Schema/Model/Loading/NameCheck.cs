using OwnedData.GraphQL.Language;
using OwnedData.Schema.Api;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Checks the names of types and enums: well formed, and free in the published schema.</summary>
internal static class NameCheck
{
    public static void Check(Declarations declarations)
    {
        var declared = declarations.Types.Select(type => (Name: type.Node.Name, type.Errors, Made: NamesMadeFrom(type)))
            .Concat(declarations.Enums.Select(one => (Name: one.Node.Name, one.Errors, Made: NamesMadeFrom(one))))
            .ToArray();
        var owners = declared.ToDictionary(one => one.Name.Value, one => one.Name.Value);
        foreach (var (name, errors, made) in declared)
        {
            CheckForm(name, errors);
            foreach (var taken in made.Where(one => !owners.TryAdd(one, name.Value)))
            {
                var by = owners[taken] == taken ? "the model declares a type of that name" : $"it is made for `{owners[taken]}` as well";
                errors.Report(name, $"The server makes `{taken}` for `{name.Value}`, but {by}.", "Name one of the two otherwise.");
            }
        }
    }

    private static IEnumerable<string> NamesMadeFrom(TypeDeclaration type) =>
        type.IsStored ? ApiNames.OfStoredType(type.Name) : ApiNames.OfEmbeddedType(type.Name);

    private static IEnumerable<string> NamesMadeFrom(EnumDeclaration declaration) => [ApiNames.OperationFilterInput(declaration.Name)];

    private static void CheckForm(NameNode node, SourceErrors errors)
    {
        var name = node.Value;
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Report(node, $"`{name}` starts with two underscores, which GraphQL keeps for itself.", "Name it otherwise.");
        }
        else if (ApiNames.ReservedTypes.Contains(name) || IsListFilter(name))
        {
            errors.Report(node, $"`{name}` is the name of a type that the server makes.", "Name it otherwise.");
        }
        else if (!char.IsAsciiLetterUpper(name[0]))
        {
            var remedy = char.IsAsciiLetterLower(name[0]) ? $"Write `{char.ToUpperInvariant(name[0])}{name[1..]}`." : "Name it otherwise.";
            errors.Report(node, $"`{name}` doesn't start with a capital letter, which tells types from the API's fields.", remedy);
        }
    }

    private static bool IsListFilter(string name) =>
        name.StartsWith("List", StringComparison.Ordinal) && name.EndsWith("FilterInput", StringComparison.Ordinal);
}
