using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;
using OwnedData.Server.Observability;

namespace OwnedData.Server.Development;

/// <summary>
/// A store that says in the log which query scans, and the index that it lacks, once for each. It stands behind the query filter and sends what that sends; before it runs a
/// query is explained, a hundred times of each shape. Development alone: elsewhere `GraphQL-Access: explain` tells the same of one request.
/// </summary>
internal sealed class ScanReports(IMongoStore store, DataModel model, ILogger logger) : IMongoStore
{
    private const int MostShapes = 1000;

    // Somebody with few documents may ask first. After so many times nobody seems to have more.
    private const int MostExplanations = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _explained = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async IAsyncEnumerable<DocumentBatch> QueryAsync(
        QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (command is FindCommand or AggregateCommand && model.StoredTypes.FirstOrDefault(type => type.Collection == command.Collection) is { } type)
        {
            var document = command.ToDocument();
            var shape = $"{type.Name} {IndexAdvice.For(type, document)?.ToString() ?? QueryShape.Of(document)}";
            if (IsToExplain(shape))
            {
                await ExplainAsync(command, document, type, shape, cancellationToken);
            }
        }

        await foreach (var batch in store.QueryAsync(command, cancellationToken))
        {
            yield return batch;
        }
    }

    /// <inheritdoc />
    public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken) => store.ExecuteAsync(command, cancellationToken);

    private async Task ExplainAsync(QueryCommand command, BsonDocument document, StoredType type, string shape, CancellationToken cancellationToken)
    {
        try
        {
            var statistics = ExplainStatistics.Read(await store.ExecuteAsync(new ExplainCommand(command) { MaxTime = command.MaxTime }, cancellationToken));
            var advice = IndexAdvice.Describe(type, document, statistics);
            if ((advice is null && !IndexAdvice.IsCollectionScan(statistics)) || !IsFirstReport(shape))
            {
                return;
            }

            if (advice is not null)
            {
                Log.IndexWouldHelp(logger, type.Name, statistics.DocumentsExamined, statistics.Returned, advice);
            }
            else
            {
                Log.CollectionScanned(logger, type.Name, statistics.DocumentsExamined, statistics.Returned);
            }
        }
        catch (StoreException)
        {
            // The query itself says what is wrong.
        }
    }

    private bool IsToExplain(string shape)
    {
        lock (_lock)
        {
            var times = _explained.GetValueOrDefault(shape);
            if (times == MostExplanations || (times == 0 && _explained.Count == MostShapes))
            {
                return false;
            }

            _explained[shape] = times + 1;
            return true;
        }
    }

    private bool IsFirstReport(string shape)
    {
        lock (_lock)
        {
            var isFirst = _explained[shape] < MostExplanations;
            _explained[shape] = MostExplanations;
            return isFirst;
        }
    }
}
