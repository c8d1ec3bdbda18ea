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
    public static readonly ErrorCode StoredDataInvalid = new("OD0400", 200, "A stored value does not fit the model: missing, null or of another type. The nearest nullable field is null; correct the document or the model.");
    public static readonly ErrorCode ResponseTooLarge = new("OD0401", 400, "The response would be larger than the server allows. Ask for fewer items or fewer fields.");
    public static readonly ErrorCode ErrorsLeftOut = new("OD0402", 200, "The response has more errors than are listed. Correct those that are listed first.");

    public static readonly ErrorCode InvalidRequest = new("HC0009", 400, "A parameter of the request is of the wrong type, or the request is no JSON object.", IsOfTransport: true);
    public static readonly ErrorCode RequestTooLarge = new("HC0010", 413, "The request body is larger than 1 MiB. Send less, or in several requests.");
    public static readonly ErrorCode InvalidJson = new("HC0012", 400, "The request body or a parameter is no JSON: see the position in the message.", IsOfTransport: true);
    public static readonly ErrorCode NoDocument = new("HC0015", 400, "The request has neither `query` nor the id of a document.", IsOfTransport: true);
    public static readonly ErrorCode PersistedOperationNotFound = new("HC0020", 400, "No document is kept under that id or hash. Apollo's link sends the text next; an id must be among the trusted documents.");
    public static readonly ErrorCode OnlyPersistedOperations = new("HC0067", 400, "The server runs trusted documents only. Send the id of one instead of a text.");
    public static readonly ErrorCode PersistedHashMismatch = new("OD0110", 400, "`sha256Hash` is not the SHA-256 of `query` in hexadecimal digits. Nothing was kept.");
    public static readonly ErrorCode NotAcceptable = new("HC0063", 406, "The Accept header allows no format that the server writes.");
    public static readonly ErrorCode InvalidAccept = new("HC0064", 400, "The Accept header can't be read; `headerValue` repeats it.", IsOfTransport: true);
    public static readonly ErrorCode UnsupportedMediaType = new("OD0100", 415, "The body is not application/json in UTF-8, or it is compressed.");
    public static readonly ErrorCode MutationByGet = new("OD0101", 405, "GET runs queries only. Send mutations by POST.");
    public static readonly ErrorCode MethodNotAllowed = new("OD0102", 405, "The address takes GET, HEAD, POST and OPTIONS.");
    public static readonly ErrorCode CrossSiteRequest = new("OD0103", 400, "A page of another site could have sent the request. Send the header GraphQL-Preflight with it, or use POST.", IsOfTransport: true);
    public static readonly ErrorCode BatchTooLarge = new("OD0104", 400, "The batch has more operations than `GraphQL:MaximumBatch`. Send several batches.", IsOfTransport: true);
    public static readonly ErrorCode RequestTooSlow = new("OD0105", 408, "The request body came in too slowly, or took too long. Send it again.");
    public static readonly ErrorCode TooManyRequests = new("OD0120", 429, "The caller, or the address of a caller without a good token, sends more than the server takes from one. Wait as long as Retry-After says.");
    public static readonly ErrorCode ServerBusy = new("OD0121", 503, "The server has as many requests or connections as it takes. Try again after the time in Retry-After.");
    public static readonly ErrorCode InvalidToken = new("OD0300", 401, "The access token is not valid, or not a bearer token. The challenge and the message say why; get a new one.");
    public static readonly ErrorCode InvalidCredentials = new("OD0301", 400, "The access token was not sent as one Authorization header with the word Bearer.", IsOfTransport: true);
    public static readonly ErrorCode KeysUnreachable = new("OD0302", 503, "The token issuer's keys can't be read right now. Try again after the time in Retry-After.");
    public static readonly ErrorCode ExplanationRefused = new("OD0303", 403, "The caller may not ask how access was decided. Leave the header GraphQL-Access out, or get the policy of `Access:ExplainPolicy`.");
    public static readonly ErrorCode Timeout = new("HC0045", 504, "The request ran longer than the server allows. Ask for less at once.");
    public static readonly ErrorCode UnexpectedError = new("OD0410", 500, "A fault of the server. The log has the details under the `errorId`.");

    public static readonly ErrorCode OperationTooComplex = new("OD0204", 400, "The operation multiplies beyond its limits. Ask for less at once.");

    public static readonly ErrorCode SelectionTooDeep = new("OD0205", 400, "Fields are selected more levels deep than the server allows. Ask for fewer levels at once.");
    public static readonly ErrorCode TooManyFields = new("OD0206", 400, "The operation selects more fields than the server allows, counted with all fragments spread. Split it into several requests.");
    public static readonly ErrorCode TooManyAliases = new("OD0207", 400, "The operation has more aliases than the server allows, counted with all fragments spread. Split it into several requests.");
    public static readonly ErrorCode TooManyRootFields = new("OD0208", 400, "The operation asks for more fields at its root than the server allows. Split it into several requests.");
    public static readonly ErrorCode IntrospectionNotAllowed = new("HC0046", 400, "The server does not show its schema to this caller. Use the published schema file, or sign in where that opens it.");
    public static readonly ErrorCode CostExceeded = new("HC0047", 400, "The request costs more than the server allows: `fieldCost` or `typeCost` against its maximum. Ask for smaller pages or fewer fields.");
    public static readonly ErrorCode IntrospectionTooDeep = new("HC0086", 400, "Introspection nests too many levels, or a list of types in itself. Ask as the tools do.");
    public static readonly ErrorCode CycleTooDeep = new("HC0087", 400, "One field of one type stands inside itself more often than the server allows. Ask for fewer levels at once.");

    public static readonly ErrorCode NotAuthenticated = new("AUTH_NOT_AUTHENTICATED", 401, "The field needs a signed-in caller. Send an access token in the Authorization header.");
    public static readonly ErrorCode NotAuthorized = new("AUTH_NOT_AUTHORIZED", 403, "The access token lacks a scope, permission or role that the field needs.");

    public static readonly ErrorCode TooManyItems = new("HC0051", 400, "`first` or `last` is over the largest page. Ask for at most `maxAllowedItems`.");
    public static readonly ErrorCode InvalidCursor = new("HC0078", 400, "A cursor is not one that this server gave to this caller for this order.");
    public static readonly ErrorCode NegativePageSize = new("HC0079", 400, "`first` or `last` is below 0.");
    public static readonly ErrorCode TooManyNodes = new("HC0076", 400, "`nodes` was asked for more ids than the server takes at once.");
    public static readonly ErrorCode InvalidId = new("OD0403", 400, "An id is not one that this server gave out for this type.");
    public static readonly ErrorCode InvalidFilter = new("OD0404", 400, "A filter operation got a value that it cannot take, such as null for `gt`.");
    public static readonly ErrorCode InvalidOrder = new("OD0405", 400, "An entry of `order` names several fields. Write one field an entry; their position is their priority.");

    /// <summary>All of them, in the order of their codes.</summary>
    public static ImmutableArray<ErrorCode> All { get; } =
    [
        .. typeof(ErrorCatalog).GetFields().Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => (ErrorCode)field.GetValue(null)!).OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
