using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OwnedData.Bson;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;
using OwnedData.Schema.Access;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;
using OwnedData.Server.Startup;

namespace OwnedData.Server.AccessTesting;

/// <summary>
/// Tries expectations out as requests: GraphQL operations through the whole pipeline and its query filter, on a temporary store that holds
/// nothing but the test's documents and is put back after each write.
/// </summary>
internal sealed class AccessTrial : IDisposable
{
    private const int MaxResponseSize = 1024 * 1024;

    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: false);

    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly ApiSchema _api;
    private readonly ImmutableArray<TrialDocument> _documents;
    private readonly OperationCompiler _compiler;
    private readonly OperationBinder _binder;
    private readonly OperationExecutor _executor;

    private AccessTrial(ApiSchema api, ImmutableArray<TrialDocument> documents)
    {
        _api = api;
        _documents = documents;
        _compiler = new OperationCompiler(api, OperationLimits.Default);
        _binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        _executor = new OperationExecutor(
            new QueryFilter(_store, api.Model), MaxResponseSize, exception => throw new StartupException($"The store failed: {exception.Message}", exception));
    }

    public static async Task<AccessTrial> CreateAsync(ApiSchema api, ImmutableArray<TrialDocument> documents, CancellationToken cancellationToken)
    {
        var trial = new AccessTrial(api, documents);
        await StoreIndexes.ApplyAsync(trial._store, api.Model, cancellationToken);
        await trial.InsertAsync(documents, cancellationToken);
        return trial;
    }

    public async Task<TrialOutcome> RunAsync(Expectation expectation, CancellationToken cancellationToken)
    {
        if (expectation.Operation == AccessOperation.Read)
        {
            return await ReadAsync(expectation, cancellationToken);
        }

        var field = expectation.Operation.ToString().ToLowerInvariant() + expectation.Type.Name;
        if (!_api.MutationFields.ContainsKey(field))
        {
            return new TrialOutcome(TrialOutcome.Closed, $"the API has no {field}");
        }

        var inputType = $"{char.ToUpperInvariant(field[0])}{field[1..]}Input";
        var answer = await AskAsync(
            $"mutation($input: {inputType}!) {{ answer: {field}(input: $input) {{ errors {{ __typename ... on Error {{ message }} }} }} }}",
            new JsonObject { ["input"] = InputOf(expectation) },
            expectation.Viewer,
            cancellationToken);
        await RestoreAsync(expectation.Type, cancellationToken);
        return OutcomeOfErrors(answer) ?? (answer["data"]?["answer"]?["errors"] is JsonArray { Count: > 0 } errors
            ? new TrialOutcome((string)errors[0]!["__typename"]!, (string?)errors[0]!["message"] ?? "")
            : new TrialOutcome(TrialOutcome.Allowed));
    }

    public void Dispose() => _store.Dispose();

    private async Task<TrialOutcome> ReadAsync(Expectation expectation, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            $"query($id: ID!) {{ answer: node(id: $id) {{ id ... on {expectation.Type.Name} {{ id {TrialField.SelectionOf(expectation)} }} }} }}",
            new JsonObject { ["id"] = TrialId.ToGlobalId(expectation.Type, expectation.Document!) },
            expectation.Viewer,
            cancellationToken);
        return OutcomeOfErrors(answer)
            ?? new TrialOutcome(answer["data"]?["answer"] is not { } found || TrialField.IsHidden(expectation, found) ? TrialOutcome.Hidden : TrialOutcome.Allowed);
    }

    private async Task<JsonNode> AskAsync(string document, JsonObject variables, Viewer viewer, CancellationToken cancellationToken)
    {
        var bound = _compiler.Compile(Encoding.UTF8.GetBytes(document), null, s_terms)
            .Then(plan => _binder.Bind(plan, JsonSerializer.SerializeToElement(variables), viewer, s_terms));
        if (!bound.TryGetValue(out var operation))
        {
            return new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject
                {
                    ["message"] = bound.Errors[0].Message,
                    ["extensions"] = new JsonObject { ["code"] = bound.Errors[0].Code.Code },
                }),
            };
        }

        using (operation)
        {
            var response = new ArrayBufferWriter<byte>();
            await _executor.ExecuteAsync(operation, response, cancellationToken);
            return JsonNode.Parse(response.WrittenSpan)!;
        }
    }

    private static TrialOutcome? OutcomeOfErrors(JsonNode answer) => answer["errors"] is JsonArray { Count: > 0 } errors
        ? new TrialOutcome((string?)errors[0]!["extensions"]?["code"] ?? "error", (string?)errors[0]!["message"] ?? "")
        : null;

    // References are written by the names of their documents.
    private static JsonObject InputOf(Expectation expectation)
    {
        var input = new JsonObject();
        if (expectation.Document is { } document)
        {
            input["id"] = TrialId.ToGlobalId(expectation.Type, document);
        }

        if (expectation.Input is not { } given)
        {
            return input;
        }

        foreach (var member in given.EnumerateObject())
        {
            var target = member.Value.ValueKind == JsonValueKind.String
                ? expectation.Type.Fields.FirstOrDefault(field => field.Name + "Id" == member.Name)?.Type as ReferenceFieldType
                : null;
            input[member.Name] = target is null ? JsonNode.Parse(member.Value.GetRawText()) : TrialId.ToGlobalId(target.Target, member.Value.GetString()!);
        }

        return input;
    }

    private async Task RestoreAsync(StoredType type, CancellationToken cancellationToken)
    {
        await _store.ExecuteAsync(new DeleteCommand(type.Collection) { Filter = BsonDocument.Empty, Multi = true }, cancellationToken);
        await InsertAsync(_documents.Where(document => document.Type == type), cancellationToken);
    }

    private async Task InsertAsync(IEnumerable<TrialDocument> documents, CancellationToken cancellationToken)
    {
        foreach (var group in documents.GroupBy(document => document.Type.Collection))
        {
            try
            {
                await _store.ExecuteAsync(new InsertCommand(group.Key) { Documents = [.. group.Select(document => document.Stored)] }, cancellationToken);
            }
            catch (StoreException exception)
            {
                throw new StartupException($"The documents of {group.First().Type.Name} can't be stored: {exception.Message}", exception);
            }
        }
    }
}
