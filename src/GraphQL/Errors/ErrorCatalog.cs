using System.Collections.Immutable;

namespace OwnedData.GraphQL.Errors;

/// <summary>
/// Every code the server can send. Codes that Hot Chocolate's clients know keep their names; ours are OD01xx request,
/// OD02xx document, OD03xx access, OD04xx execution, OD05xx store. docs/errors.md is held to this list by a test.
/// </summary>
public static class ErrorCatalog
{
    public static readonly ErrorCode SyntaxError = new("HC0011", 400, "The document does not parse. The message says what was expected; the location says where.");
    public static readonly ErrorCode ValidationFailed = new("OD0200", 400, "The document does not fit the schema. Correct it at the location.");
    public static readonly ErrorCode DocumentTooLarge = new("OD0201", 400, "The document has more bytes than the server reads. Shorten it, or send values as variables.");
    public static readonly ErrorCode DocumentTooLong = new("OD0202", 400, "The document has more tokens than the server reads. Split it into several requests.");
    public static readonly ErrorCode DocumentTooDeep = new("OD0203", 400, "Selections, values or list types are nested deeper than the server reads. Ask for fewer levels at once.");
    public static readonly ErrorCode InvalidVariable = new("HC0018", 400, "A variable is missing, null where it must not be, or of the wrong type.");

    /// <summary>All of them, in the order of their codes.</summary>
    public static ImmutableArray<ErrorCode> All { get; } =
    [
        .. typeof(ErrorCatalog).GetFields().Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => (ErrorCode)field.GetValue(null)!).OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
