using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using OwnedData.GraphQL.Errors;
using OwnedData.Server.Documents;

namespace OwnedData.Server.GraphQL;

/// <summary>The first stage of a request: HTTP in, <see cref="GraphQLRequest"/> out, as GraphQL over HTTP describes it. A token in the body is never looked for.</summary>
internal static class GraphQLRequestReader
{
    /// <summary>The most bytes of a body that are read.</summary>
    public const int MaxBodySize = 1024 * 1024;

    private static readonly string[] s_parameters = ["query", "id", "documentId", "operationName", "variables", "extensions"];

    public static ValueTask<Outcome<GraphQLRequest>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        HttpMethods.IsGet(request.Method) ? ValueTask.FromResult(ReadQueryString(request.Query)) : ReadBodyAsync(request, cancellationToken);

    private static async ValueTask<Outcome<GraphQLRequest>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            return new GraphQLError(ErrorCatalog.UnsupportedMediaType, "Send the request as application/json in UTF-8, not compressed.", []);
        }

        var body = new PooledBytes();
        Outcome<GraphQLRequest> outcome = default;
        try
        {
            outcome = await CopyAsync(request.BodyReader, body, cancellationToken) ? ReadJson(body) : TooLarge();
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            outcome = TooLarge();
        }
        finally
        {
            if (!outcome.TryGetValue(out _))
            {
                body.Dispose();
            }
        }

        return outcome;
    }

    // False for a body over the limit. Its rest is read and thrown away, up to the host's limit: a client that is still sending when
    // the connection closes sees a broken pipe instead of the answer.
    private static async Task<bool> CopyAsync(PipeReader reader, PooledBytes body, CancellationToken cancellationToken)
    {
        var isWithinLimit = true;
        ReadResult result;
        do
        {
            result = await reader.ReadAsync(cancellationToken);
            isWithinLimit &= body.Length + result.Buffer.Length <= MaxBodySize;
            if (isWithinLimit)
            {
                foreach (var segment in result.Buffer)
                {
                    body.Write(segment.Span);
                }
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        while (!result.IsCompleted);
        return isWithinLimit;
    }

    private static Outcome<GraphQLRequest> ReadJson(PooledBytes body)
    {
        var parsed = RequestJson.Parse(body.Memory);
        if (!parsed.TryGetValue(out var json))
        {
            return parsed.Errors;
        }

        var outcome = ReadParameters(json, body);
        if (!outcome.TryGetValue(out _))
        {
            json.Dispose();
        }

        return outcome;
    }

    private static Outcome<GraphQLRequest> ReadParameters(JsonDocument json, PooledBytes body)
    {
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Invalid(root.ValueKind == JsonValueKind.Array ? "Send one operation a request: batches are not accepted." : "The request must be a JSON object.");
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
        return RequestedDocument.Create(text, ToText(id), ToText(documentId), extensions)
            .Then(document => Create(document, ToText(operationName), variables, json, body));
    }

    private static Outcome<GraphQLRequest> ReadQueryString(IQueryCollection query)
    {
        if (Array.Find(s_parameters, parameter => query[parameter].Count > 1) is { } repeated)
        {
            return Invalid($"`{repeated}` is given more than once.");
        }

        var parsedVariables = ReadObject(query, "variables");
        if (!parsedVariables.TryGetValue(out var variables))
        {
            return parsedVariables.Errors;
        }

        var parsedExtensions = ReadObject(query, "extensions");
        if (!parsedExtensions.TryGetValue(out var extensions))
        {
            variables.Dispose();
            return parsedExtensions.Errors;
        }

        using (extensions)
        {
            var outcome = RequestedDocument.Create(Encoding.UTF8.GetBytes(query["query"].ToString()), query["id"], query["documentId"], extensions.RootElement)
                .Then(document => Create(document, query["operationName"], variables.RootElement, variables));
            if (!outcome.TryGetValue(out _))
            {
                variables.Dispose();
            }

            return outcome;
        }
    }

    private static Outcome<JsonDocument> ReadObject(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        var parsed = RequestJson.Parse(Encoding.UTF8.GetBytes(text.Length == 0 ? "{}" : text));
        if (parsed.TryGetValue(out var json) && json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            json.Dispose();
            return new GraphQLError(ErrorCatalog.InvalidRequest, $"`{name}` must be an object.", []);
        }

        return parsed;
    }

    private static Outcome<GraphQLRequest> Create(
        RequestedDocument document, string? operationName, JsonElement variables, params ReadOnlySpan<IDisposable?> owned) =>
        new GraphQLRequest(document, string.IsNullOrEmpty(operationName) ? null : operationName, variables, owned);

    private static string? ToText(JsonElement parameter) => parameter.ValueKind == JsonValueKind.String ? parameter.GetString() : null;

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static GraphQLError TooLarge() => new(ErrorCatalog.RequestTooLarge, "The request body is larger than the server reads.", []);

    private static GraphQLError Invalid(string message) => new(ErrorCatalog.InvalidRequest, message, []);
}
