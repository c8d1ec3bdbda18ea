using System.Collections.Immutable;
using System.Diagnostics;
using OwnedData.Bson;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>A client of the pool in the hands of one thread: sends commands, blocks until their replies are there.</summary>
internal sealed unsafe class DriverClient(ClientHandle client, byte[] database, DriverMetrics metrics) : IDisposable
{
    /// <summary>Sends a command and leaves its reply in <paramref name="reply"/>. Throws <see cref="StoreException"/> for what the driver counts as an error.</summary>
    public void Run(CommandRoute route, ReadOnlySpan<byte> command, NativeDocument options, NativeDocument reply)
    {
        // A `bson_t` over the command's own bytes, which lie still until the reply is there.
        var memory = stackalloc byte[2 * NativeDocument.Size];
        var document = ((nint)memory + NativeDocument.Size - 1) & -NativeDocument.Size;
        var started = Stopwatch.GetTimestamp();
        reply.Clear();
        fixed (byte* bytes = command)
        fixed (byte* name = database)
        {
            BsonError error = default;
            var isDone = Libmongoc.bson_init_static(document, bytes, (nuint)command.Length) && route switch
            {
                CommandRoute.Read => Libmongoc.mongoc_client_read_command_with_opts(client, name, document, 0, options, reply, out error),
                CommandRoute.Write => Libmongoc.mongoc_client_write_command_with_opts(client, name, document, options, reply, out error),
                _ => Libmongoc.mongoc_client_command_with_opts(client, name, document, 0, options, reply, out error),
            };
            var failure = isDone ? null : DriverError.ToException(reply.Read(), error);
            metrics.CommandEnded(NameOf(command), Stopwatch.GetElapsedTime(started), failure);
            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    /// <summary>Inserts in order up to the first error. Leaves what the driver counted in <paramref name="reply"/> and gives back the error, if any.</summary>
    public StoreException? Insert(string collection, ImmutableArray<BsonDocument> documents, NativeDocument options, NativeDocument reply)
    {
        var started = Stopwatch.GetTimestamp();
        reply.Clear();
        using var pinned = new PinnedDocuments(documents);
        fixed (byte* name = database)
        {
            using var target = Libmongoc.mongoc_client_get_collection(client, name, collection);
            var isDone = Libmongoc.mongoc_collection_insert_many(target, pinned.Pointers, pinned.Count, options, reply, out var error);
            var failure = isDone ? null : DriverError.ToException(reply.Read(), error);
            metrics.CommandEnded("insert"u8, Stopwatch.GetElapsedTime(started), failure);
            return failure;
        }
    }

    /// <summary>Chooses a server for reading and adds it to the options, so that all commands with these go to the same one: a cursor lives on one server.</summary>
    public void PinServer(NativeDocument options)
    {
        using var server = Libmongoc.mongoc_client_select_server(client, forWrites: false, Libmongoc.mongoc_client_get_read_prefs(client), out var error);
        if (server.IsInvalid)
        {
            throw DriverError.ToException([], error);
        }

        options.Append("serverId"u8, Libmongoc.mongoc_server_description_id(server));
    }

    /// <summary>
    /// Adds a session to the options: MongoDB reads a cursor on only in the session that opened it. Null, and nothing added, on a server without sessions.
    /// </summary>
    public SessionHandle? StartSession(NativeDocument options)
    {
        using var sessionOptions = Libmongoc.mongoc_session_opts_new();

        // The commands of one cursor need no order among others.
        Libmongoc.mongoc_session_opts_set_causal_consistency(sessionOptions, isConsistent: false);
        var session = Libmongoc.mongoc_client_start_session(client, sessionOptions, out _);
        if (!session.IsInvalid && Libmongoc.mongoc_client_session_append(session, options, out _))
        {
            return session;
        }

        session.Dispose();
        return null;
    }

    public void Dispose() => client.Dispose();

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> command)
    {
        var reader = new BsonReader(command);
        reader.Read();
        return command.Slice(reader.ElementOffset + 1, reader.NameSpan.Length);
    }
}
