using Microsoft.Extensions.Logging;
using OwnedData.Bson;
using OwnedData.Execution.Indexes;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;
using OwnedData.Schema.Model;
using OwnedData.Server.Development;

namespace OwnedData.Server.Tests.Development;

/// <summary>What a query lacks is said in the log, once, and with what to write.</summary>
public sealed class ScanReportsTests : IDisposable
{
    private static readonly DataModel s_model = ModelLoader.Load([new ModelSource(
        "model.graphql", """type Note @collection(name: "notes") @owned { title: String!  number: Int! }"""u8.ToArray())]).Model!;

    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly LinesLogger _logger = new();
    private readonly ScanReports _reports;

    public ScanReportsTests() => _reports = new ScanReports(_store, s_model, _logger);

    [Fact]
    public async Task A_query_that_reads_many_documents_to_give_few_is_reported_once_with_the_index()
    {
        await InsertAsync("alice", 3);
        await InsertAsync("carol", 150);

        Assert.Equal(1, await FindAsync("alice", 2));
        Assert.Equal(1, await FindAsync("carol", 2));
        Assert.Equal(1, await FindAsync("carol", 7));

        Assert.Equal(["Warning: A query of Note read 150 documents to give 1. This would help: @index(fields: [\"number\"]) in the model"], _logger.Lines);
    }

    [Fact]
    public async Task A_query_of_few_documents_is_not_reported()
    {
        await InsertAsync("alice", 50);

        Assert.Equal(1, await FindAsync("alice", 2));

        Assert.Empty(_logger.Lines);
    }

    [Fact]
    public async Task A_scan_of_a_collection_that_lacks_an_index_of_the_model_is_reported_with_that()
    {
        await InsertAsync("alice", 150, isIndexed: false);

        Assert.Equal(150, await CountAsync("""{ "owner_id": { "$eq": "alice" } }"""));
        Assert.Equal(0, await CountAsync("""{ "owner_id": { "$eq": "bob" } }"""));

        Assert.Equal(["Warning: A query of Note read 150 documents to give 150. This would help: indexes apply, which makes owner_id_1__id_1"], _logger.Lines);
    }

    [Fact]
    public async Task A_scan_of_a_collection_that_no_index_would_spare_is_reported_all_the_same()
    {
        await InsertAsync("alice", 150);

        Assert.Equal(2, await CountAsync("""{ "$or": [{ "number": { "$eq": 2 } }, { "number": { "$eq": 3 } }] }"""));
        Assert.Equal(1, await CountAsync("""{ "$or": [{ "number": { "$eq": 7 } }, { "number": { "$eq": 700 } }] }"""));

        Assert.Equal(["Warning: A query of Note scanned its collection: it read 150 documents to give 2. No index would help what it asks"], _logger.Lines);
    }

    [Fact]
    public async Task A_count_that_scans_is_reported()
    {
        await InsertAsync("alice", 150, isIndexed: false);
        var pipeline = new[] { """{ "$match": { "title": { "$eq": "none" } } }""", """{ "$count": "n" }""" };

        await RunAsync(new AggregateCommand("notes") { Pipeline = [.. pipeline.Select(BsonDocument.Parse)] });

        Assert.Equal(["Warning: A query of Note read 150 documents to give 0. This would help: @index(fields: [\"title\"]) in the model"], _logger.Lines);
    }

    public void Dispose() => _store.Dispose();

    private async Task InsertAsync(string owner, int count, bool isIndexed = true)
    {
        if (isIndexed)
        {
            await _store.ExecuteAsync(ModelIndexes.ToCommand(s_model.StoredTypes[0]), default);
        }

        await _store.ExecuteAsync(
            new InsertCommand("notes") { Documents = [.. Enumerable.Range(0, count).Select(number => BsonDocument.Parse($$"""{ "owner_id": "{{owner}}", "number": {{number}} }"""))] },
            default);
    }

    private Task<int> FindAsync(string owner, int number) =>
        CountAsync($$"""{ "$and": [{ "owner_id": { "$eq": "{{owner}}" } }, { "number": { "$eq": {{number}} } }] }""");

    private Task<int> CountAsync(string filter) => RunAsync(new FindCommand("notes") { Filter = BsonDocument.Parse(filter) });

    private async Task<int> RunAsync(QueryCommand command)
    {
        var count = 0;
        await foreach (var batch in _reports.QueryAsync(command, default))
        {
            count += batch.Count;
            batch.Dispose();
        }

        return count;
    }

    private sealed class LinesLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
