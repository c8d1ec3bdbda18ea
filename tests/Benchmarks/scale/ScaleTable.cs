using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Indexes;
using OwnedData.Execution.Limits;
using OwnedData.Mongo.Embedded;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Benchmarks.Scale;

/// <summary>
/// Commands, index entries and documents that each request of the sample model costs, beside more and more other owners: numbers that must not grow; exit code 1 if they do.
/// `dotnet run -c Release --project tests/Benchmarks -- scale 1000 10000 100000 1000000`.
/// </summary>
internal sealed class ScaleTable
{
    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: true);

    private static readonly (string Name, string Text)[] s_requests =
    [
        ("notes", "{ notes(first: 20) { nodes { id title tags } } }"),
        ("notes, ordered and counted", "{ notes(first: 20, order: [{ pinned: ASC }, { updatedAt: DESC }]) { nodes { id } totalCount } }"),
        ("notes by tag", """{ notes(first: 20, where: { tags: { some: { eq: "home" } } }) { nodes { id } } }"""),
        ("documents", "{ documents(first: 20) { nodes { id title } } }"),
        ("documents, ordered", "{ documents(first: 20, order: [{ updatedAt: DESC }]) { nodes { id } } }"),
        ("note by id", """{ note(id: "$id") { id title } }"""),
        ("updateNote", """mutation { updateNote(input: { id: "$id", title: "new" }) { note { id title } } }"""),
        ("createNote", """mutation { createNote(input: { title: "new" }) { note { id } } }"""),
    ];

    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Viewer _viewer = new()
    {
        Subject = ScaleData.Owner(0),
        Issuer = "https://issuer.example/",
        Scopes = FrozenSet.Create("read:notes", "write:notes", "read:documents"),
        Claims = BsonDocument.Parse($$"""{ "org_id": "{{ScaleData.Organisation(0)}}", "https://my-api.com/department": "{{ScaleData.Department(0)}}" }"""),
    };

    private readonly ExaminingStore _store;
    private readonly OperationCompiler _compiler;
    private readonly OperationBinder _binder;
    private readonly OperationExecutor _executor;

    private ScaleTable(EmbeddedMongoStore store, DataModel model)
    {
        var api = ApiBuilder.Build(model);
        _store = new ExaminingStore(store);
        _compiler = new OperationCompiler(api, OperationLimits.Default);
        _binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        _executor = new OperationExecutor(new QueryFilter(_store, model), 10_000_000, exception => exception.ToString());
    }

    /// <summary>Prints a line for each number of owners and each request; gives 1 where a request's figures aren't the same for all, else 0.</summary>
    public static async Task<int> PrintAsync(IEnumerable<string> numbersOfOwners)
    {
        var source = new ModelSource("model.graphql", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "model.graphql")));
        var model = ModelLoader.Load([source]).Model!;
        var figures = new HashSet<string>(StringComparer.Ordinal);
        Console.WriteLine($"{"owners",8}  {"request",-28}{"commands",10}{"keys",10}{"documents",11}");
        foreach (var owners in numbersOfOwners.Select(number => int.Parse(number, CultureInfo.InvariantCulture)))
        {
            using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
            foreach (var collection in new[] { "Note", "Document" })
            {
                await store.ExecuteAsync(ModelIndexes.ToCommand(model.FindStoredType(collection)!), default);
            }

            await ScaleData.FillAsync(store, owners);
            foreach (var line in await new ScaleTable(store, model).RunRequestsAsync())
            {
                Console.WriteLine($"{owners,8}  {line}");
                figures.Add(line);
            }
        }

        return figures.Count == s_requests.Length ? 0 : 1;
    }

    private async Task<List<string>> RunRequestsAsync()
    {
        var lines = new List<string>();
        await RunAsync(s_requests[0].Text);
        using var first = JsonDocument.Parse(_output.WrittenMemory);
        var id = first.RootElement.GetProperty("data").GetProperty("notes").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        foreach (var (name, text) in s_requests)
        {
            _store.Reset();
            await RunAsync(text.Replace("$id", id, StringComparison.Ordinal));
            lines.Add($"{name,-28}{_store.Commands,10}{_store.KeysExamined,10}{_store.DocumentsExamined,11}");
        }

        return lines;
    }

    private async Task RunAsync(string request)
    {
        _output.ResetWrittenCount();
        if (!_compiler.Compile(Encoding.UTF8.GetBytes(request), null, s_terms).TryGetValue(out var plan)
            || !_binder.Bind(plan, default, _viewer, s_terms).TryGetValue(out var operation))
        {
            throw new InvalidOperationException($"Refused: {request}");
        }

        using (operation)
        {
            await _executor.ExecuteAsync(operation, _output, default);
        }

        if (_output.WrittenSpan.IndexOf("\"errors\""u8) >= 0)
        {
            throw new InvalidOperationException($"{request}: {Encoding.UTF8.GetString(_output.WrittenSpan)}");
        }
    }
}
