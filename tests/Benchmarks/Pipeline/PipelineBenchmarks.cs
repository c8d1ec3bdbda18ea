using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using OwnedData.Bson;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Indexes;
using OwnedData.GraphQL.Language;
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

    /// <summary>Notes of somebody else beside alice's 1,000.</summary>
    [Params(10_000)]
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
        await InsertAsync("alice", 1000);
        _compiler = new OperationCompiler(api, ParserLimits.Default);
        _binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System);
        _executor = new OperationExecutor(new QueryFilter(_store, model), 10_000_000, exception => exception.Message);
        _find = new FindCommand("notes")
        {
            Filter = BsonDocument.Parse("""{ "$and": [{ "owner_id": "alice" }] }"""),
            Sort = BsonDocument.Parse("""{ "_id": 1 }"""),
            Projection = BsonDocument.Parse("""{ "createdAt": 1, "tags": 1, "title": 1 }"""),
            Limit = 21,
        };
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
    public Task<int> List() => RunAsync("{ notes(first: 20) { nodes { id title tags createdAt } } }"u8);

    [Benchmark]
    public Task<int> ListWithCursorsAndCount() =>
        RunAsync("{ notes(first: 20, where: { pinned: { eq: false } }, order: [{ title: ASC }]) { edges { cursor node { id title } } pageInfo { hasNextPage endCursor } totalCount } }"u8);

    private async Task<int> RunAsync(ReadOnlyMemory<byte> query)
    {
        _output.ResetWrittenCount();
        _compiler.Compile(query.Span, null).TryGetValue(out var plan);
        _binder.Bind(plan!, default, _alice).TryGetValue(out var operation);
        using (operation)
        {
            await _executor.ExecuteAsync(operation!, _output, default);
        }

        return _output.WrittenCount;
    }

    private Task<int> RunAsync(ReadOnlySpan<byte> query) => RunAsync(query.ToArray().AsMemory());

    private async Task InsertAsync(string owner, int count)
    {
        for (var start = 0; start < count; start += 1000)
        {
            var documents = ImmutableArray.CreateBuilder<BsonDocument>();
            for (var index = start; index < Math.Min(start + 1000, count); index++)
            {
                documents.Add(NoteOf(owner, index));
            }

            await _store.ExecuteAsync(new InsertCommand("notes") { Documents = documents.ToImmutable() }, default);
        }
    }

    private static BsonDocument NoteOf(string owner, int index)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteObjectId("_id"u8, ObjectId.NewId(TimeProvider.System));
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
