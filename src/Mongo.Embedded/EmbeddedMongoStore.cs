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
    private EmbeddedMongoStore(Database database, TimeProvider timeProvider)
    {
        Database = database;
        TimeProvider = timeProvider;
    }

    internal Database Database { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Where the data is.</summary>
    internal string Folder => Database.Folder;

    /// <summary>Opens the data folder and holds it until disposed. A folder that is in use, not writable or damaged is a <see cref="StoreException"/>.</summary>
    public static EmbeddedMongoStore Open(EmbeddedStoreOptions options, TimeProvider timeProvider) =>
        new(Database.Open(options), timeProvider);

    /// <inheritdoc />
    public async IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = command.ToDocument();
        var handler = CommandTable.Queries.GetValueOrDefault(CommandReader.NameOf(document)) ?? throw NoSuchCommand(document);
        var context = new OperationContext(TimeProvider, cancellationToken);
        using var session = await Database.BeginReadAsync(cancellationToken);
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
        var context = new OperationContext(TimeProvider, cancellationToken);
        var reply = CommandTable.Writes.GetValueOrDefault(name) is { } write ? await WriteAsync(write, document, context, cancellationToken)
            : CommandTable.Reads.GetValueOrDefault(name) is { } read ? await ReadAsync(read, document, context, cancellationToken)
            : throw NoSuchCommand(document);
        CommandReply.ThrowOnError(reply);
        return reply;
    }

    /// <summary>Compares all indexes with the documents; empty when they agree.</summary>
    internal async Task<List<string>> VerifyIntegrityAsync(CancellationToken cancellationToken)
    {
        using var session = await Database.BeginReadAsync(cancellationToken);
        return IntegrityCheck.Run(session, session.Catalogue.Collections.Values);
    }

    public void Dispose() => Database.Dispose();

    /// <summary>Runs a command of writing in a transaction of its own; write errors stay in its reply.</summary>
    internal async ValueTask<BsonDocument> WriteAsync(
        IWriteHandler handler, BsonDocument command, OperationContext context, CancellationToken cancellationToken)
    {
        using var session = await Database.BeginWriteAsync(cancellationToken);
        var reply = handler.Run(command, session, context);
        session.Commit();
        return reply;
    }

    private async ValueTask<BsonDocument> ReadAsync(
        IReadHandler handler, BsonDocument command, OperationContext context, CancellationToken cancellationToken)
    {
        using var session = await Database.BeginReadAsync(cancellationToken);
        return handler.Run(command, session, context);
    }

    private static StoreException NoSuchCommand(BsonDocument command) =>
        new(StoreErrorCode.CommandNotFound, $"no such command: '{CommandReader.NameOf(command)}'");
}
