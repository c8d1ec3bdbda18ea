using OwnedData.Bson;

namespace OwnedData.Mongo;

/// <summary>Reads MongoDB's reply documents the same way for every store: an error in one becomes a <see cref="StoreException"/>.</summary>
public static class CommandReply
{
    private const string IndexPrefix = " index: ";
    private const string IndexSuffix = " dup key:";

    /// <summary>Throws when the reply is an error (`ok: 0`) or holds write errors; else does nothing.</summary>
    public static void ThrowOnError(BsonDocument reply)
    {
        if (reply.TryGetValue("ok"u8, out var ok) && ReadNumber(ok) == 0)
        {
            throw ErrorOf(reply.Span, documentsWritten: 0);
        }

        if (reply.TryGetValue("writeErrors"u8, out var errors))
        {
            var reader = new BsonReader(errors.AsArray());
            if (reader.Read())
            {
                throw ErrorOf(reader.Value.AsDocument(), reply.TryGetValue("n"u8, out var written) ? (int)ReadNumber(written) : 0);
            }
        }
    }

    private static StoreException ErrorOf(ReadOnlySpan<byte> error, int documentsWritten)
    {
        var code = StoreErrorCode.InternalError;
        var message = "The store gave no message";
        var reader = new BsonReader(error);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("code"u8))
            {
                code = (StoreErrorCode)(int)ReadNumber(reader.Value);
            }
            else if (reader.NameSpan.SequenceEqual("errmsg"u8))
            {
                message = System.Text.Encoding.UTF8.GetString(reader.Value.AsString());
            }
        }

        return new StoreException(code, message) { IndexName = IndexNameIn(message), DocumentsWritten = documentsWritten };
    }

    // MongoDB names the index in the message only.
    private static string? IndexNameIn(string message)
    {
        var start = message.IndexOf(IndexPrefix, StringComparison.Ordinal);
        var end = start < 0 ? -1 : message.IndexOf(IndexSuffix, start, StringComparison.Ordinal);
        return end < 0 ? null : message[(start + IndexPrefix.Length)..end];
    }

    private static long ReadNumber(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => value.AsInt32(),
        BsonType.Int64 => value.AsInt64(),
        BsonType.Double => (long)value.AsDouble(),
        _ => 0,
    };
}
