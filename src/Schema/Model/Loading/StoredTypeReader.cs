using OwnedData.Schema.Api;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the directives of a stored type; its fields and indexes come later.</summary>
internal static class StoredTypeReader
{
    public static StoredType Read(TypeDeclaration declaration)
    {
        var collection = declaration.Directives.Find("collection");
        return new StoredType
        {
            Name = declaration.Name,
            Description = declaration.Node.Description?.Value,
            Collection = ReadCollection(declaration, collection),
            IdKind = ReadIdKind(collection),
            Plural = ReadPlural(declaration, collection),
            Access = AccessReader.Read(declaration),
            Paging = PagingReader.Read(declaration.Directives, declaration.Errors),
            IsVersioned = declaration.Directives.Has("versioned"),
        };
    }

    private static string ReadCollection(TypeDeclaration declaration, AppliedDirective? directive)
    {
        if (directive?.Text("name") is not { } name)
        {
            return "";
        }

        // MongoDB's limit for database, dot and collection together is 255 bytes; a database's name has at most 63.
        var problem = name switch
        {
            "" => "is empty",
            _ when name.StartsWith("system.", StringComparison.Ordinal) => "starts with `system.`, which MongoDB keeps for itself",
            _ when name.Contains('$', StringComparison.Ordinal) => "contains `$`",
            _ when name.Contains('\0', StringComparison.Ordinal) => "contains a NUL character",
            _ when name.Split('.').Contains("") => "has an empty part before or after a dot",
            _ when System.Text.Encoding.UTF8.GetByteCount(name) > 190 => "is longer than 190 bytes",
            _ => null,
        };
        if (problem is not null)
        {
            declaration.Errors.Report(directive.At("name"), $"The collection's name {problem}.", "Write a name such as `\"notes\"`.");
        }

        return name;
    }

    private static IdKind ReadIdKind(AppliedDirective? directive) => directive?.EnumName("id") switch
    {
        "UUID" => IdKind.Uuid,
        "STRING" => IdKind.String,
        "INT" => IdKind.Int,
        "LONG" => IdKind.Long,
        _ => IdKind.ObjectId,
    };

    private static string ReadPlural(TypeDeclaration declaration, AppliedDirective? directive)
    {
        var written = directive?.Text("plural");
        if (written is not null && !IsFieldName(written))
        {
            declaration.Errors.Report(
                directive!.At("plural"),
                "`plural` is no name for a field of the API.",
                "Write letters, digits and underscores, such as `\"notes\"`.");
        }

        return written ?? Plurals.OfType(declaration.Name);
    }

    private static bool IsFieldName(string text) =>
        text.Length > 0
        && !char.IsAsciiDigit(text[0])
        && !text.StartsWith("__", StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
