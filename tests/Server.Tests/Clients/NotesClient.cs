using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OwnedData.Server.Tests.Clients;

/// <summary>A typed client: a plain HttpClient, documents as constants, and JSON by generated code, so that it can be compiled ahead of time.</summary>
/// <param name="http">Its base address is the server's.</param>
/// <param name="getToken">Asked before each request, so that a renewed token is sent from then on.</param>
internal sealed partial class NotesClient(HttpClient http, Func<CancellationToken, ValueTask<string>> getToken)
{
    private const string NotesDocument = """
        query Notes($first: Int, $after: String) {
          notes(first: $first, after: $after) {
            nodes { id title status createdAt }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private const string CreateNoteDocument = """
        mutation CreateNote($input: CreateNoteInput!) {
          createNote(input: $input) {
            note { id title status createdAt }
            errors { __typename ... on Error { message } ... on ValidationError { path code } }
          }
        }
        """;

    /// <summary>All notes of the caller, read page by page as they are taken.</summary>
    /// <exception cref="RequestException">The server refused the request.</exception>
    public async IAsyncEnumerable<Note> ReadAllAsync(int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageInfo page = new(true, null);
        while (page.HasNextPage)
        {
            var request = new Request<PageVariables>(NotesDocument, new PageVariables(pageSize, page.EndCursor));
            var data = await SendAsync(request, Json.Default.RequestPageVariables, Json.Default.ResponseNotesData, cancellationToken);
            foreach (var note in data.Notes.Nodes)
            {
                yield return note;
            }

            page = data.Notes.PageInfo;
        }
    }

    /// <summary>The new note, or what is wrong with the input.</summary>
    /// <exception cref="RequestException">The server refused the request.</exception>
    public async Task<CreateNotePayload> CreateAsync(CreateNoteInput input, CancellationToken cancellationToken)
    {
        var request = new Request<InputVariables>(CreateNoteDocument, new InputVariables(input));
        var data = await SendAsync(request, Json.Default.RequestInputVariables, Json.Default.ResponseCreateNoteData, cancellationToken);
        return data.CreateNote;
    }

    private async Task<TData> SendAsync<TVariables, TData>(
        Request<TVariables> request, JsonTypeInfo<Request<TVariables>> requestType, JsonTypeInfo<Response<TData>> responseType, CancellationToken cancellationToken)
        where TData : class
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(request, requestType) };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await getToken(cancellationToken));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        using var response = await http.SendAsync(message, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync(responseType, cancellationToken);
        return answer is { Errors: null, Data: { } data } ? data : throw new RequestException(response.StatusCode, answer?.Errors ?? []);
    }

    internal enum NoteStatus
    {
        [JsonStringEnumMemberName("DRAFT")] Draft,
        [JsonStringEnumMemberName("FINAL")] Final,
    }

    internal sealed record Note(string Id, string Title, NoteStatus Status, DateTimeOffset CreatedAt);

    /// <summary>What is null is left out, and the server takes its default.</summary>
    internal sealed record CreateNoteInput(string Title, string? Body = null, IReadOnlyList<string>? Tags = null, NoteStatus? Status = null);

    internal sealed record CreateNotePayload(Note? Note, IReadOnlyList<PayloadError>? Errors);

    /// <summary>`Path` and `Code` are those of a ValidationError.</summary>
    internal sealed record PayloadError([property: JsonPropertyName("__typename")] string Type, string Message, IReadOnlyList<string>? Path, string? Code);

    /// <summary>The request failed, or a field of it; the codes are those of docs/errors.md.</summary>
    internal sealed class RequestException(HttpStatusCode status, IReadOnlyList<RequestError> errors) : Exception(string.Join('\n', errors.Select(error => error.Message)))
    {
        public HttpStatusCode Status { get; } = status;

        public IReadOnlyList<string?> Codes { get; } = [.. errors.Select(error => error.Extensions?.Code)];
    }

    internal sealed record RequestError(string Message, ErrorExtensions? Extensions);

    internal sealed record ErrorExtensions(string? Code);

    private sealed record Request<TVariables>(string Query, TVariables Variables);

    private sealed record Response<TData>(TData? Data, IReadOnlyList<RequestError>? Errors);

    private sealed record PageVariables(int First, string? After);

    private sealed record InputVariables(CreateNoteInput Input);

    private sealed record NotesData(NoteConnection Notes);

    private sealed record NoteConnection(IReadOnlyList<Note> Nodes, PageInfo PageInfo);

    private sealed record PageInfo(bool HasNextPage, string? EndCursor);

    private sealed record CreateNoteData(CreateNotePayload CreateNote);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Request<PageVariables>))]
    [JsonSerializable(typeof(Request<InputVariables>))]
    [JsonSerializable(typeof(Response<NotesData>))]
    [JsonSerializable(typeof(Response<CreateNoteData>))]
    private sealed partial class Json : JsonSerializerContext;
}
