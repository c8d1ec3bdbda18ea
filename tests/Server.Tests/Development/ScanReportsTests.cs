using Microsoft.Extensions.Logging;
using OwnedData.Bson;
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

        Assert.Equal(["Warning: A query of Note read 150 documents to give 1. In the model this would help: @index(fields: [\"number\"])"], _logger.Lines);
    }

    [Fact]
    public async Task A_query_of_few_documents_is_not_reported()
    {
        await InsertAsync("alice", 50);

        Assert.Equal(1, await FindAsync("alice", 2));

        Assert.Empty(_logger.Lines);
    }

    public void Dispose() => _store.Dispose();

    private async Task InsertAsync(string owner, int count)
    {
        await _store.ExecuteAsync(
            new CreateIndexesCommand("notes") { Indexes = [new IndexModel("owner_id_1__id_1", BsonDocument.Parse("""{ "owner_id": 1, "_id": 1 }"""))] }, default);
        await _store.ExecuteAsync(
            new InsertCommand("notes") { Documents = [.. Enumerable.Range(0, count).Select(number => BsonDocument.Parse($$"""{ "owner_id": "{{owner}}", "number": {{number}} }"""))] },
            default);
    }

    private async Task<int> FindAsync(string owner, int number)
    {
        var count = 0;
        var filter = BsonDocument.Parse($$"""{ "$and": [{ "owner_id": { "$eq": "{{owner}}" } }, { "number": { "$eq": {{number}} } }] }""");
        await foreach (var batch in _reports.QueryAsync(new FindCommand("notes") { Filter = filter }, default))
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
