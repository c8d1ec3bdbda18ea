using System.Diagnostics;
using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Native.Driving;
using OwnedData.Mongo.Native.Interop;
using OwnedData.Mongo.Native.Monitoring;
using OwnedData.Mongo.Native.Queueing;

namespace OwnedData.Mongo.Native;

/// <summary>
/// MongoDB's commands on a MongoDB, through its own C driver. A command waits in a bounded queue for one of as many connections as the URI's `maxPoolSize` says; its
/// caller waits without a thread, and leaves at once when it is cancelled. `maxTimeMS` then ends the command on the server.
/// </summary>
public sealed class NativeMongoStore : IMongoStore, IDisposable
{
    private static readonly BsonDocument s_nothingDropped = BsonDocument.Parse("""{"ok": 1}""");

    private readonly NativeStoreOptions _options;
    private readonly ClientPool _pool;
    private readonly CommandQueue _queue;
    private readonly DriverMetrics _metrics;

    private NativeMongoStore(NativeStoreOptions options, ClientPool pool, CommandQueue queue, DriverMetrics metrics)
    {
        _options = options;
        _pool = pool;
        _queue = queue;
        _metrics = metrics;
    }

    /// <summary>The database of all collections.</summary>
    public string Database => _pool.Database;

    /// <summary>
    /// Reads the URI and loads the driver; the first command connects. Throws <see cref="StoreException"/> where the driver is missing or the URI isn't one; no message
    /// shows a password.
    /// </summary>
    public static NativeMongoStore Open(NativeStoreOptions options)
    {
        var metrics = new DriverMetrics();
        try
        {
            var deployment = new Deployment(metrics, options.Observer);
            var pool = ClientPool.Open(options, metrics, deployment);
            var queue = new CommandQueue(pool.Size, options.MaximumWaiting);
            metrics.Observe(queue, pool.Size);
            metrics.Observe(deployment);
            return new NativeMongoStore(options, pool, queue, metrics);
        }
        catch (StoreException)
        {
            metrics.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var route = command is ListIndexesCommand or ListCollectionsCommand ? CommandRoute.Plain : CommandRoute.Read;
        var document = command.ToDocument();
        var queued = Stopwatch.GetTimestamp();
        using var call = new QueryCall(() =>
        {
            _metrics.CommandWaited(Stopwatch.GetElapsedTime(queued));
            return DriverCursor.Read(_pool, route, document);
        });
        Enqueue(call);
        try
        {
            await foreach (var batch in call.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
            }
        }
        finally
        {
            _queue.Remove(call);
        }
    }

    /// <inheritdoc />
    public async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var queued = Stopwatch.GetTimestamp();
        var call = new ReplyCall(() =>
        {
            _metrics.CommandWaited(Stopwatch.GetElapsedTime(queued));
            return Execute(command);
        });
        Enqueue(call);
        try
        {
            return await call.Reply.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.NamespaceNotFound && command is DropCommand)
        {
            // Servers before 7.0.
            return s_nothingDropped;
        }
        catch (OperationCanceledException)
        {
            _queue.Remove(call);
            throw;
        }
    }

    /// <summary>Refuses what waits; what runs runs to its end, and with it the connections close. Waits for nothing.</summary>
    public void Dispose()
    {
        _queue.Dispose();
        _pool.Dispose();
        _metrics.Dispose();
    }

    private void Enqueue(QueuedCall call)
    {
        if (!_queue.TryAdd(call))
        {
            _metrics.CommandRefused();
            throw new StoreException(StoreErrorCode.IngressRequestRateLimitExceeded, "All connections to MongoDB are in use, and as many commands wait for one as may");
        }
    }

    private BsonDocument Execute(ReplyCommand command)
    {
        if (command is CreateIndexesCommand)
        {
            // Over much data this takes hours: on a connection of its own, which waits as long as it takes.
            using var patient = ClientPool.Open(_options with { CommandTime = Timeout.InfiniteTimeSpan }, _metrics);
            return Execute(command, patient);
        }

        return Execute(command, _pool);
    }

    private static BsonDocument Execute(ReplyCommand command, ClientPool pool)
    {
        using var client = pool.Rent();
        if (command is InsertCommand insert)
        {
            return DriverInsert.Run(client, insert);
        }

        using var options = new NativeDocument();
        using var reply = new NativeDocument();
        client.Run(command is ExplainCommand or AdministrationCommand ? CommandRoute.Plain : CommandRoute.Write, command.ToDocument().Span, options, reply);
        try
        {
            var document = new BsonDocument(reply.Read().ToArray());
            CommandReply.ThrowOnError(document);
            return document;
        }
        catch (BsonException exception)
        {
            throw new StoreException(StoreErrorCode.InvalidBson, "A reply that isn't BSON", exception);
        }
    }
}
