using System.Collections.Frozen;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>
/// A client's command as the store's handlers take it: what belongs to connections, sessions and cursors is taken out and, where it means something here, kept beside it.
/// </summary>
/// <param name="Name">Its first element's name.</param>
/// <param name="Database">Empty where the client names none.</param>
/// <param name="Document">The command without what is meant for the listener.</param>
/// <param name="BatchSize">How many documents a first batch may hold; null for as many as the store likes.</param>
/// <param name="IsSingleBatch">Whether the cursor ends with its first batch.</param>
internal sealed record ClientCommand(string Name, string Database, BsonDocument Document, int? BatchSize, bool IsSingleBatch)
{
    /// <summary>The one database there is.</summary>
    internal const string OwnDatabase = "owneddata";

    // What MongoDB calls the collection of a pipeline without one.
    private const string NoCollection = "$cmd.aggregate";

    private const int MaximumDepth = 200;

    // What one process with one copy of the data keeps anyway, or what changes no answer.
    private static readonly FrozenSet<string> s_ignored = new[]
    {
        "lsid", "$readPreference", "$clusterTime", "$client", "comment", "writeConcern", "readConcern", "apiVersion", "apiStrict", "apiDeprecationErrors",
        "maxTimeMSOpOnly", "allowDiskUse", "noCursorTimeout", "allowPartialResults", "bypassDocumentValidation", "retryWrites",
    }.ToFrozenSet();

    internal bool IsOwnDatabase => Database == OwnDatabase;

    /// <summary>Whether it is `aggregate: 1`, a pipeline on no collection.</summary>
    internal bool IsWithoutCollection { get; private init; }

    /// <summary>Throws <see cref="BsonException"/> for bytes that are none, and <see cref="StoreException"/> for a transaction.</summary>
    internal static ClientCommand Read(BsonDocument message)
    {
        BsonValidator.Validate(message.Span, MaximumDepth);
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var command = new ClientCommand("", "", default, null, false);
        var reader = new BsonReader(message.Span);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            if (command.Name.Length == 0)
            {
                command = command with { Name = name, IsWithoutCollection = name == "aggregate" && reader.Value.Type is BsonType.Int32 or BsonType.Int64 or BsonType.Double };
                WriteFirst(writer, command, reader.Value);
            }
            else if (!s_ignored.Contains(name) && !TryTake(ref command, name, reader.Value))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
            }
        }

        writer.WriteEndDocument();
        return command with { Document = writer.ToDocument() };
    }

    // The command that `explain` holds is a client's, too.
    private static void WriteFirst(BsonWriter writer, ClientCommand command, BsonValue value)
    {
        if (command.Name == "explain" && value.Type == BsonType.Document)
        {
            writer.WriteDocument("explain"u8, Read(new BsonDocument(value.Bytes.ToArray())).Document);
        }
        else if (command.IsWithoutCollection)
        {
            writer.WriteString("aggregate"u8, NoCollection);
        }
        else
        {
            writer.WriteValue(Encoding.UTF8.GetBytes(command.Name), value);
        }
    }

    private static bool TryTake(ref ClientCommand command, string name, BsonValue value)
    {
        switch (name)
        {
            case "$db" when value.Type == BsonType.String:
                command = command with { Database = Encoding.UTF8.GetString(value.AsString()) };
                return true;
            case "txnNumber" or "startTransaction" or "autocommit":
                throw new StoreException(StoreErrorCode.IllegalOperation, "Transaction numbers are only allowed on a replica set member or mongos");
            case "singleBatch" when command.Name == "find" && value.Type == BsonType.Boolean:
                command = command with { IsSingleBatch = value.AsBoolean() };
                return true;
            case "batchSize" when command.Name == "find":
                command = command with { BatchSize = SizeOf(value) };
                return true;
            case "cursor" when value.Type == BsonType.Document:
                command = command with { BatchSize = SizeIn(value) };
                return true;
            default:
                return false;
        }
    }

    private static int? SizeIn(BsonValue cursor)
    {
        var reader = new BsonReader(cursor.Bytes);
        return !reader.Read() ? null
            : reader.NameSpan.SequenceEqual("batchSize"u8) ? SizeOf(reader.Value)
            : throw new StoreException(StoreErrorCode.UnknownField, $"BSON field 'cursor.{Encoding.UTF8.GetString(reader.NameSpan)}' is an unknown field.");
    }

    /// <summary>A number of documents; more than fit into an int are as many.</summary>
    internal static int SizeOf(BsonValue value)
    {
        var size = value.Type switch
        {
            BsonType.Int32 => value.AsInt32(),
            BsonType.Int64 => value.AsInt64(),
            BsonType.Double => (long)value.AsDouble(),
            _ => throw new StoreException(StoreErrorCode.TypeMismatch, $"BSON field 'batchSize' is the wrong type '{value.Type}', expected type 'long'"),
        };
        return size >= 0 ? (int)Math.Min(size, int.MaxValue) : throw new StoreException(StoreErrorCode.BadValue, "BSON field 'batchSize' value must be >= 0");
    }
}
