using System.Collections.Frozen;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>The names of what the server makes from a model. The model's check asks here too, so nothing collides in the published schema.</summary>
public static class ApiNames
{
    public const string Node = "Node";
    public const string Viewer = "Viewer";
    public const string PageInfo = "PageInfo";
    public const string Error = "Error";
    public const string ValidationError = "ValidationError";
    public const string NotAllowedError = "NotAllowedError";
    public const string VersionConflictError = "VersionConflictError";
    public const string ReferenceNotFoundError = "ReferenceNotFoundError";
    public const string ValidationErrorCode = "ValidationErrorCode";
    public const string SortEnumType = "SortEnumType";
    public const string ApplyPolicy = "ApplyPolicy";

    /// <summary>Fields of Query that no type can take.</summary>
    public static FrozenSet<string> ReservedQueryFields { get; } = FrozenSet.Create("node", "nodes", "viewer");

    /// <summary>Type names that a model can't declare, whatever else is in it; those that later versions publish are kept free.</summary>
    public static FrozenSet<string> ReservedTypes { get; } = new[]
    {
        "Query", "Mutation", "Subscription", Node, Viewer, PageInfo, Error, ValidationError, ValidationErrorCode, NotAllowedError,
        VersionConflictError, ReferenceNotFoundError, SortEnumType, ApplyPolicy,
        "Errors", "ERRORS", // whose field in a payload would be `errors`
    }.Concat(Enum.GetNames<ScalarKind>()).Concat(Enum.GetValues<ScalarKind>().Select(OperationFilterInput)).ToFrozenSet();

    public static string Connection(string type) => type + "Connection";

    public static string Edge(string type) => type + "Edge";

    public static string FilterInput(string type) => type + "FilterInput";

    public static string SortInput(string type) => type + "SortInput";

    /// <summary>The input of an embedded type, in create and update alike.</summary>
    public static string EmbeddedInput(string type) => type + "Input";

    /// <summary>`createNote`; also the stem of its input, payload and error union.</summary>
    public static string Mutation(string verb, string type) => verb + type;

    public static string MutationInput(string verb, string type) => Capitalized(verb) + type + "Input";

    public static string MutationPayload(string verb, string type) => Capitalized(verb) + type + "Payload";

    public static string MutationError(string verb, string type) => Capitalized(verb) + type + "Error";

    public static string NotFoundError(string type) => type + "NotFoundError";

    public static string AlreadyExistsError(string type) => type + "AlreadyExistsError";

    public static string OperationFilterInput(string @enum) => @enum + "OperationFilterInput";

    public static string OperationFilterInput(ScalarKind kind) => OperationFilterInput(kind switch
    {
        ScalarKind.ID => "Id",
        ScalarKind.UUID => "Uuid",
        ScalarKind.URL => "Url",
        _ => kind.ToString(),
    });

    /// <summary>What the viewer may do with a document: the type of `can`.</summary>
    public static string Permissions(string type) => type + "Permissions";

    /// <summary>The filter of a list, by its element's.</summary>
    public static string ListFilterInput(string elementFilter, bool isObject) => (isObject ? "ListFilterInputTypeOf" : "List") + elementFilter;

    /// <summary>All type names that come with a stored type.</summary>
    public static IEnumerable<string> OfStoredType(string type)
    {
        string[] verbs = ["create", "update", "delete"];
        return
        [
            Connection(type), Edge(type), FilterInput(type), SortInput(type), NotFoundError(type), AlreadyExistsError(type), Permissions(type),
            .. verbs.SelectMany(verb => new[] { MutationInput(verb, type), MutationPayload(verb, type), MutationError(verb, type) }),
        ];
    }

    /// <summary>All type names that come with an embedded type.</summary>
    public static IEnumerable<string> OfEmbeddedType(string type) => [FilterInput(type), SortInput(type), EmbeddedInput(type)];

    /// <summary>`Note` → `note`, `URLEntry` → `urlEntry`, `SKU` → `sku`.</summary>
    public static string CamelCase(string name)
    {
        var capitals = name.TakeWhile(char.IsAsciiLetterUpper).Count();
        var lowered = capitals > 1 && capitals < name.Length && char.IsAsciiLetterLower(name[capitals]) ? capitals - 1 : capitals;
        return string.Concat(name[..lowered].ToLowerInvariant(), name.AsSpan(lowered));
    }

    private static string Capitalized(string verb) => string.Concat(verb[..1].ToUpperInvariant(), verb.AsSpan(1));
}
