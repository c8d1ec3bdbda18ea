using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>
/// `insert` as the driver sends it itself. As a command it would send it once only, as it does with all but findAndModify; this way it numbers it, and where the
/// connection broke sends it again under the same number, which the server does not obey twice.
/// </summary>
internal static class DriverInsert
{
    /// <summary>Gives the reply that the command has; throws <see cref="StoreException"/> for every error in it.</summary>
    public static BsonDocument Run(DriverClient client, InsertCommand command)
    {
        using var options = new NativeDocument();
        using var reply = new NativeDocument();

        // Every document has been read and checked already.
        options.Append("validate"u8, value: false);
        if (command.MaxTime is { } maxTime)
        {
            options.Append("maxTimeMS"u8, Math.Max(1, (long)maxTime.TotalMilliseconds));
        }

        var failure = client.Insert(command.Collection, command.Documents, options, reply);
        var document = ToCommandReply(reply.Read());
        return (CommandReply.ReadError(document.Span) ?? failure) is { } error ? throw error : document;
    }

    // The driver counts as `insertedCount` what the server calls `n`.
    private static BsonDocument ToCommandReply(ReadOnlySpan<byte> reply)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(reply);
        while (reader.Read())
        {
            writer.WriteName(reader.NameSpan.SequenceEqual("insertedCount"u8) ? "n"u8 : reader.NameSpan);
            writer.WriteValue(reader.Value);
        }

        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
