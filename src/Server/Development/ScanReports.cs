using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;
using OwnedData.Server.Observability;

namespace OwnedData.Server.Development;

/// <summary>
/// A store that says in the log which index a query lacks, once for each. It stands behind the query filter and sends what that sends; what lacks one is
/// explained before it runs. Development alone: elsewhere `GraphQL-Access: explain` tells the same of one request.
/// </summary>
internal sealed class ScanReports(IMongoStore store, DataModel model, ILogger logger) : IMongoStore
{
    private const int MostQueries = 1000;

    // Somebody with few documents may ask first. After so many times nobody seems to have more.
    private const int MostExplanations = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _explained = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async IAsyncEnumerable<DocumentBatch> QueryAsync(
        QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (command is FindCommand or AggregateCommand
            && model.StoredTypes.FirstOrDefault(type => type.Collection == command.Collection) is { } type
            && IndexAdvice.For(type, command.ToDocument()) is { } advice
            && IsToExplain($"{type.Name} {advice}"))
        {
            await ExplainAsync(command, type, advice, cancellationToken);
        }

        await foreach (var batch in store.QueryAsync(command, cancellationToken))
        {
            yield return batch;
        }
    }

    /// <inheritdoc />
    public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken) => store.ExecuteAsync(command, cancellationToken);

    private async Task ExplainAsync(QueryCommand command, StoredType type, IndexAdvice advice, CancellationToken cancellationToken)
    {
        try
        {
            var statistics = ExplainStatistics.Read(await store.ExecuteAsync(new ExplainCommand(command) { MaxTime = command.MaxTime }, cancellationToken));
            if (IndexAdvice.IsScan(statistics) && IsFirstReport($"{type.Name} {advice}"))
            {
                Log.IndexWouldHelp(logger, type.Name, statistics.DocumentsExamined, statistics.Returned, advice);
            }
        }
        catch (StoreException)
        {
            // The query itself says what is wrong.
        }
    }

    private bool IsToExplain(string query)
    {
        lock (_lock)
        {
            var times = _explained.GetValueOrDefault(query);
            if (times == MostExplanations || (times == 0 && _explained.Count == MostQueries))
            {
                return false;
            }

            _explained[query] = times + 1;
            return true;
        }
    }

    private bool IsFirstReport(string query)
    {
        lock (_lock)
        {
            var isFirst = _explained[query] < MostExplanations;
            _explained[query] = MostExplanations;
            return isFirst;
        }
    }
}
