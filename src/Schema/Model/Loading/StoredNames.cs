namespace OwnedData.Schema.Model.Loading;

/// <summary>What an element of a document may be called in a model.</summary>
internal static class StoredNames
{
    /// <summary>What is wrong with the name, or null. Such names would be read as paths or operators, or cut at the NUL, by MongoDB.</summary>
    public static string? Problem(string name) => name switch
    {
        "" => "is empty",
        "_id" => "is the document's id",
        ['$', ..] => "starts with `$`, like an operator",
        _ when name.Contains('.', StringComparison.Ordinal) => "contains a dot, like a path",
        _ when name.Contains('\0', StringComparison.Ordinal) => "contains a NUL character",
        _ => null,
    };
}
