using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OwnedData.Bson;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Indexes;
using OwnedData.Execution.Limits;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Benchmarks.Pipeline;

/// <summary>
/// The list query through everything after HTTP parsing, on the embedded store in memory, beside the same find without a
/// pipeline: what is between the two is ours.
/// </summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: true);

    private static readonly byte[] s_list = "{ notes(first: 20) { nodes { id title tags createdAt } } }"u8.ToArray();

    private static readonly byte[] s_listWithCursorsAndCount =
        "{ notes(first: 20, order: [{ pinned: ASC }, { updatedAt: DESC }]) { edges { cursor node { id title } } pageInfo { hasNextPage endCursor } totalCount } }"u8.ToArray();

    private readonly List<ObjectId> _aliceIds = [];
    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);
    private readonly Viewer _alice = new()
    {
        Subject = "alice",
        Issuer = "https://issuer.example/",
        Scopes = FrozenSet.Create("read:notes"),
    };

    private EmbeddedMongoStore _store = null!;
    private OperationCompiler _compiler = null!;
    private OperationBinder _binder = null!;
    private OperationExecutor _executor = null!;
    private FindCommand _find = null!;
    private ReadOnlyMemory<byte> _thousandthPage;

    /// <summary>Notes of somebody else beside alice's 20,000.</summary>
    [Params(10_000, 1_000_000)]
    public int ForeignNotes { get; set; }

    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult(); // The in-process toolchain does not wait for a task.

    private async Task SetUpAsync()
    {
        _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
        var model = ModelLoader.Load([new ModelSource("model.graphql", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "model.graphql")))]).Model!;
        var api = ApiBuilder.Build(model);
        var notes = model.FindStoredType("Note")!;
        await _store.ExecuteAsync(ModelIndexes.ToCommand(notes), default);
        await InsertAsync("bob", ForeignNotes);
        await InsertAsync("alice", 20_000);
        _compiler = new OperationCompiler(api, OperationLimits.Default);
        _binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        _executor = new OperationExecutor(new QueryFilter(_store, model), 10_000_000, exception => exception.Message);
        _find = new FindCommand("notes")
        {
            Filter = BsonDocument.Parse("""{ "$and": [{ "owner_id": "alice" }] }"""),
            Sort = BsonDocument.Parse("""{ "_id": 1 }"""),
            Projection = BsonDocument.Parse("""{ "createdAt": 1, "tags": 1, "title": 1 }"""),
            Limit = 21,
        };
        _thousandthPage = await QueryOfPageAsync(1000);
        await ReportExaminedAsync("first", _find.Filter);
        await ReportExaminedAsync("thousandth", BsonDocument.Parse($$"""{ "$and": [{ "owner_id": "alice" }, { "_id": { "$gt": { "$oid": "{{_aliceIds[19_979]}}" } } }] }"""));
    }

    /// <summary>What the first and the thousandth page read, as explain tells it: printed once a data set.</summary>
    private async Task ReportExaminedAsync(string page, BsonDocument filter)
    {
        var reply = await _store.ExecuteAsync(new ExplainCommand(new FindCommand("notes") { Filter = filter, Sort = _find.Sort, Limit = _find.Limit }), default);
        reply.TryGetValue("executionStats"u8, out var statistics);
        Console.WriteLine($"// {page} page of 20 beside {ForeignNotes} foreign notes: {new BsonDocument(statistics.AsDocument().ToArray())}");
    }

    private async Task<ReadOnlyMemory<byte>> QueryOfPageAsync(int page)
    {
        var cursor = "";
        for (var index = 1; index < page; index++)
        {
            var after = cursor.Length == 0 ? "" : $", after: \"{cursor}\"";
            await RunAsync(Encoding.UTF8.GetBytes($"{{ notes(first: 20{after}) {{ pageInfo {{ endCursor }} }} }}"));
            using var response = JsonDocument.Parse(_output.WrittenMemory);
            cursor = response.RootElement.GetProperty("data").GetProperty("notes").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        }

        return Encoding.UTF8.GetBytes($"{{ notes(first: 20, after: \"{cursor}\") {{ nodes {{ id title tags createdAt }} }} }}");
    }

    [GlobalCleanup]
    public void CleanUp() => _store.Dispose();

    [Benchmark(Baseline = true)]
    public async Task<int> Find()
    {
        var bytes = 0;
        await foreach (var batch in _store.QueryAsync(_find, default))
        {
            using (batch)
            {
                bytes += batch.Length;
            }
        }

        return bytes;
    }

    [Benchmark]
    public Task<int> List() => RunAsync(s_list);

    [Benchmark]
    public Task<int> ThousandthPage() => RunAsync(_thousandthPage);

    [Benchmark]
    public Task<int> ListWithCursorsAndCount() =>
        RunAsync(s_listWithCursorsAndCount);

    private async Task<int> RunAsync(ReadOnlyMemory<byte> query)
    {
        _output.ResetWrittenCount();
        _compiler.Compile(query.Span, null, s_terms).TryGetValue(out var plan);
        _binder.Bind(plan!, default, _alice, s_terms).TryGetValue(out var operation);
        using (operation)
        {
            await _executor.ExecuteAsync(operation!, _output, default);
        }

        return _output.WrittenCount;
    }

    private async Task InsertAsync(string owner, int count)
    {
        for (var start = 0; start < count; start += 1000)
        {
            var documents = ImmutableArray.CreateBuilder<BsonDocument>();
            for (var index = start; index < Math.Min(start + 1000, count); index++)
            {
                var id = ObjectId.NewId(TimeProvider.System);
                documents.Add(NoteOf(id, owner, index));
                if (owner == "alice")
                {
                    _aliceIds.Add(id);
                }
            }

            await _store.ExecuteAsync(new InsertCommand("notes") { Documents = documents.ToImmutable() }, default);
        }
    }

    private static BsonDocument NoteOf(ObjectId id, string owner, int index)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteObjectId("_id"u8, id);
        writer.WriteString("owner_id"u8, owner);
        writer.WriteString("title"u8, $"Note {index} of {owner}");
        writer.WriteString("body"u8, new string('x', 600));
        writer.WriteStartArray("tags"u8);
        writer.WriteString("home");
        writer.WriteString("work");
        writer.WriteEndArray();
        writer.WriteBoolean("pinned"u8, index % 7 == 0);
        writer.WriteString("status"u8, "DRAFT");
        writer.WriteDateTime("createdAt"u8, 1_700_000_000_000 + index);
        writer.WriteDateTime("updatedAt"u8, 1_700_000_000_000 + index);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
