using System.Collections.Frozen;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Runs one command of a client: what speaks of the connection itself here, everything else by the handlers that the store has for the API. Nobody unknown gets to those.</summary>
internal sealed class CommandRouter : IDisposable
{
    // A cursor holds a reader; these are beside the API's own, so that forgotten cursors never starve it.
    private const int RunningReaders = 16;

    private static readonly FrozenSet<string> s_beforeLogin = new[]
    {
        "hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo", "saslStart", "saslContinue", "endSessions", "logout",
    }.ToFrozenSet();

    private readonly EmbeddedMongoStore _store;
    private readonly ScramUser _user;
    private readonly ReaderPool _readers;
    private readonly CursorTable _cursors;
    private readonly Func<int> _countConnections;
    private readonly CancellationToken _lifetime;

    internal CommandRouter(EmbeddedMongoStore store, ScramUser user, Func<int> countConnections, CancellationToken lifetime)
    {
        _store = store;
        _user = user;
        _readers = store.Database.OpenReaders(CursorTable.MaximumCursors + RunningReaders);
        _cursors = new CursorTable(store.TimeProvider);
        _countConnections = countConnections;
        _lifetime = lifetime;
    }

    /// <summary>Every failure of the command is a reply.</summary>
    internal async ValueTask<BsonDocument> RunAsync(ClientMessage message, ClientSession session, CancellationToken cancellationToken)
    {
        try
        {
            var command = ClientCommand.Read(message.Command);
            Check(command, message, session);
            return await RunAsync(command, session, cancellationToken);
        }
        catch (StoreException exception)
        {
            return ErrorReply.Create(exception.Code, exception.Message);
        }
        catch (BsonException exception)
        {
            return ErrorReply.Create(StoreErrorCode.InvalidBson, exception.Message);
        }
    }

    public void Dispose()
    {
        _cursors.Dispose();
        _readers.Dispose();
    }

    private static void Check(ClientCommand command, ClientMessage message, ClientSession session)
    {
        if (message.IsLegacy && command.Name is not ("hello" or "isMaster" or "ismaster"))
        {
            throw new StoreException(StoreErrorCode.UnsupportedOpQueryCommand, $"Unsupported OP_QUERY command: {command.Name}. The client driver may require an upgrade.");
        }

        if (!message.IsLegacy && command.Database.Length == 0)
        {
            throw new StoreException(StoreErrorCode.MissingField, "OP_MSG requests require a $db argument");
        }

        if (!session.IsAuthenticated && !s_beforeLogin.Contains(command.Name))
        {
            throw new StoreException(StoreErrorCode.Unauthorized, $"Command {command.Name} requires authentication");
        }
    }

    private async ValueTask<BsonDocument> RunAsync(ClientCommand command, ClientSession session, CancellationToken cancellationToken)
    {
        switch (command.Name)
        {
            case "hello" or "isMaster" or "ismaster":
                return Greeting.Reply(command, session, _user, _store.TimeProvider);
            case "saslStart":
                return Authentication.Start(command.Document, session, _user);
            case "saslContinue":
                return Authentication.Continue(command.Document, session);
            case "getMore":
                return _cursors.GetMore(command.Document);
            case "killCursors":
                return _cursors.Kill(command.Document);
            case "serverStatus":
                return Reply.Ok(writer => ServerStatus.Write(writer, _countConnections(), _store.TimeProvider));
            default:
                return ServerInformation.Find(command, session, _store.TimeProvider) ?? await RunOnStoreAsync(command, cancellationToken);
        }
    }

    private async ValueTask<BsonDocument> RunOnStoreAsync(ClientCommand command, CancellationToken cancellationToken)
    {
        if (CommandTable.Queries.GetValueOrDefault(command.Name) is { } query)
        {
            return await QueryAsync(query, command, cancellationToken);
        }

        var context = new OperationContext(_store.TimeProvider, cancellationToken);
        if (CommandTable.Reads.GetValueOrDefault(command.Name) is { } read)
        {
            using var session = await BeginReadAsync(cancellationToken);
            return read.Run(command.Document, SessionFor(command, session), context);
        }

        var write = CommandTable.Writes.GetValueOrDefault(command.Name)
            ?? throw new StoreException(StoreErrorCode.CommandNotFound, $"no such command: '{command.Name}'");
        return command.IsOwnDatabase || command.Name == "renameCollection"
            ? await _store.WriteAsync(write, command.Document, context, cancellationToken)
            : throw new StoreException(StoreErrorCode.InvalidNamespace, $"The embedded store has one database: {ClientCommand.OwnDatabase}");
    }

    private async ValueTask<BsonDocument> QueryAsync(IQueryHandler handler, ClientCommand command, CancellationToken cancellationToken)
    {
        var session = await BeginReadAsync(cancellationToken);
        OpenCursor cursor;
        try
        {
            // The query may outlive this command and this connection.
            var context = new OperationContext(_store.TimeProvider, _lifetime);
            var documents = handler.Open(command.Document, SessionFor(command, session), context);
            if (command.IsWithoutCollection)
            {
                // What would need none is about servers and clusters, and has been refused by its name.
                documents.Dispose();
                throw new StoreException(StoreErrorCode.InvalidNamespace, "{aggregate: 1} is not valid for this pipeline; a collection is required.");
            }

            cursor = new OpenCursor(documents, session, context, NamespaceOf(command));
        }
        catch
        {
            session.Dispose();
            throw;
        }

        return _cursors.Begin(cursor, command.BatchSize, command.IsSingleBatch);
    }

    private ValueTask<ReadSession> BeginReadAsync(CancellationToken cancellationToken) => _readers.BeginAsync(() => _store.Database.Catalogue, cancellationToken);

    private static Session SessionFor(ClientCommand command, ReadSession session) =>
        command.IsOwnDatabase || command.Name == "listDatabases" ? session : new EmptySession(session);

    private static string NamespaceOf(ClientCommand command)
    {
        var reader = new BsonReader(command.Document.Span);
        reader.Read();
        return reader.ElementType == BsonType.String
            ? $"{command.Database}.{System.Text.Encoding.UTF8.GetString(reader.Value.AsString())}"
            : $"{command.Database}.$cmd.{command.Name}";
    }
}
