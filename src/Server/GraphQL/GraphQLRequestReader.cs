using System.Text;
using System.Text.Json;
using OwnedData.GraphQL.Errors;
using OwnedData.Server.Documents;

namespace OwnedData.Server.GraphQL;

/// <summary>The first stage of a request: HTTP in, <see cref="GraphQLRequests"/> out, as GraphQL over HTTP describes it. A token in the body is never looked for.</summary>
/// <param name="maximumBatch">The most operations of a batch; 0 when batches are not taken.</param>
internal sealed class GraphQLRequestReader(int maximumBatch)
{
    private static readonly string[] s_parameters = ["query", "id", "documentId", "operationName", "variables", "extensions"];

    public async ValueTask<Outcome<GraphQLRequests>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return ReadQueryString(request.Query);
        }

        var body = await RequestBody.ReadAsync(request, cancellationToken);
        return body.Then(ReadJson);
    }

    private Outcome<GraphQLRequests> ReadJson(PooledBytes body)
    {
        var parsed = RequestJson.Parse(body.Memory);
        var requests = parsed.Then(json => ReadRoot(json, body));
        if (!requests.TryGetValue(out _))
        {
            _ = parsed.TryGetValue(out var json);
            json?.Dispose();
            body.Dispose();
        }

        return requests;
    }

    private Outcome<GraphQLRequests> ReadRoot(JsonDocument json, PooledBytes body)
    {
        var root = json.RootElement;
        return root.ValueKind == JsonValueKind.Array
            ? CheckBatch(root) is { } error ? error : new GraphQLRequests([.. root.EnumerateArray().Select(ReadParameters)], isBatch: true, json, body)
            : ReadParameters(root).Then<GraphQLRequests>(single => new GraphQLRequests([single], isBatch: false, json, body));
    }

    private GraphQLError? CheckBatch(JsonElement batch) => (maximumBatch, batch.GetArrayLength()) switch
    {
        (0, _) => InvalidRequest("Send one operation a request: batches are not accepted."),
        (_, 0) => InvalidRequest("The batch is empty: it needs at least one operation."),
        var (maximum, count) when count > maximum => new GraphQLError(
            ErrorCatalog.BatchTooLarge,
            $"The batch has {count} operations; at most {maximum} are accepted.",
            [],
            Extensions: [new("maxAllowedOperations", maximum)]),
        _ => null,
    };

    private static Outcome<GraphQLRequest> ReadParameters(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return InvalidRequest("The request must be a JSON object.");
        }

        if (!RequestJson.TryGet(root, "query", JsonValueKind.String, out var query, out var error)
            || !RequestJson.TryGet(root, "id", JsonValueKind.String, out var id, out error)
            || !RequestJson.TryGet(root, "documentId", JsonValueKind.String, out var documentId, out error)
            || !RequestJson.TryGet(root, "operationName", JsonValueKind.String, out var operationName, out error)
            || !RequestJson.TryGet(root, "variables", JsonValueKind.Object, out var variables, out error)
            || !RequestJson.TryGet(root, "extensions", JsonValueKind.Object, out var extensions, out error))
        {
            return error!;
        }

        var text = query.ValueKind == JsonValueKind.String ? RequestJson.ToUtf8(query) : [];
        return Create(RequestedDocument.Create(text, ToText(id), ToText(documentId), extensions), ToText(operationName), variables);
    }

    private static Outcome<GraphQLRequests> ReadQueryString(IQueryCollection query)
    {
        if (Array.Find(s_parameters, parameter => query[parameter].Count > 1) is { } repeated)
        {
            return InvalidRequest($"`{repeated}` is given more than once.");
        }

        return ReadObject(query, "variables").Then(variables => ReadObject(query, "extensions").Then(extensions =>
        {
            using (extensions)
            {
                var text = Encoding.UTF8.GetBytes(query["query"].ToString());
                return Create(RequestedDocument.Create(text, query["id"], query["documentId"], extensions.RootElement), query["operationName"], variables.RootElement)
                    .Then<GraphQLRequests>(single => new GraphQLRequests([single], isBatch: false, variables));
            }
        }));
    }

    private static Outcome<JsonDocument> ReadObject(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        return RequestJson.Parse(Encoding.UTF8.GetBytes(text.Length == 0 ? "{}" : text)).Then<JsonDocument>(json =>
            json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null ? json : InvalidRequest($"`{name}` must be an object."));
    }

    private static Outcome<GraphQLRequest> Create(Outcome<RequestedDocument> requested, string? operationName, JsonElement variables) =>
        requested.Then<GraphQLRequest>(document => new GraphQLRequest(document, string.IsNullOrEmpty(operationName) ? null : operationName, variables));

    private static string? ToText(JsonElement parameter) => parameter.ValueKind == JsonValueKind.String ? parameter.GetString() : null;

    private static GraphQLError InvalidRequest(string message) => new(ErrorCatalog.InvalidRequest, message, []);
}
