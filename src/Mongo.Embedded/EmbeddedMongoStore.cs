using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded;

/// <summary>
/// MongoDB's commands on SQLite. It runs the very bytes a MongoDB server would get: one handler a command name. Reads see one snapshot and never wait for the
/// writer; writes go one after the other and are on the disk before they are acknowledged.
/// </summary>
public sealed class EmbeddedMongoStore : IMongoStore, IDisposable
{
    private static readonly FrozenDictionary<string, IQueryHandler> s_queries = new Dictionary<string, IQueryHandler>
    {
        ["find"] = new FindHandler(),
        ["aggregate"] = new AggregateHandler(),
        ["listIndexes"] = new ListIndexesHandler(),
        ["listCollections"] = new ListCollectionsHandler(),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, IWriteHandler> s_writes = new Dictionary<string, IWriteHandler>
    {
        ["insert"] = new InsertHandler(),
        ["update"] = new UpdateHandler(),
        ["delete"] = new DeleteHandler(),
        ["findAndModify"] = new FindAndModifyHandler(),
        ["createIndexes"] = new CreateIndexesHandler(),
        ["dropIndexes"] = new DropIndexesHandler(),
        ["drop"] = new DropHandler(),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, IReadHandler> s_reads = new Dictionary<string, IReadHandler>
    {
        ["explain"] = new ExplainHandler(new Dictionary<string, IPlannedHandler>
        {
            ["find"] = new FindHandler(),
            ["aggregate"] = new AggregateHandler(),
            ["findAndModify"] = new FindAndModifyHandler(),
        }.ToFrozenDictionary()),
    }.ToFrozenDictionary();

    private readonly Database _database;
    private readonly TimeProvider _timeProvider;

    private EmbeddedMongoStore(Database database, TimeProvider timeProvider)
    {
        _database = database;
        _timeProvider = timeProvider;
    }

    /// <summary>Where the data is.</summary>
    internal string Folder => _database.Folder;

    /// <summary>Opens the data folder and holds it until disposed. A folder that is in use, not writable or damaged is a <see cref="StoreException"/>.</summary>
    public static EmbeddedMongoStore Open(EmbeddedStoreOptions options, TimeProvider timeProvider) =>
        new(Database.Open(options), timeProvider);

    /// <inheritdoc />
    public async IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = command.ToDocument();
        var handler = s_queries.GetValueOrDefault(CommandReader.NameOf(document)) ?? throw NoSuchCommand(document);
        var context = new OperationContext(_timeProvider, cancellationToken);
        using var session = await _database.BeginReadAsync(cancellationToken);
        using var query = new RunningQuery(handler.Open(document, session, context), session);
        while (query.IsOpen)
        {
            yield return query.ReadBatch();
        }
    }

    /// <inheritdoc />
    public async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        var document = command.ToDocument();
        var name = CommandReader.NameOf(document);
        var context = new OperationContext(_timeProvider, cancellationToken);
        var reply = s_writes.GetValueOrDefault(name) is { } write ? await WriteAsync(write, document, context, cancellationToken)
            : s_reads.GetValueOrDefault(name) is { } read ? await ReadAsync(read, document, context, cancellationToken)
            : throw NoSuchCommand(document);
        CommandReply.ThrowOnError(reply);
        return reply;
    }

    /// <summary>Compares all indexes with the documents; empty when they agree.</summary>
    internal async Task<List<string>> VerifyIntegrityAsync(CancellationToken cancellationToken)
    {
        using var session = await _database.BeginReadAsync(cancellationToken);
        return IntegrityCheck.Run(session);
    }

    public void Dispose() => _database.Dispose();

    private async ValueTask<BsonDocument> WriteAsync(
        IWriteHandler handler, BsonDocument command, OperationContext context, CancellationToken cancellationToken)
    {
        using var session = await _database.BeginWriteAsync(cancellationToken);
        var reply = handler.Run(command, session, context);
        session.Commit();
        return reply;
    }

    private async ValueTask<BsonDocument> ReadAsync(
        IReadHandler handler, BsonDocument command, OperationContext context, CancellationToken cancellationToken)
    {
        using var session = await _database.BeginReadAsync(cancellationToken);
        return handler.Run(command, session, context);
    }

    private static StoreException NoSuchCommand(BsonDocument command) =>
        new(StoreErrorCode.CommandNotFound, $"no such command: '{CommandReader.NameOf(command)}'");
}
