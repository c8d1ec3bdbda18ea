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
        if (ReadError(reply.Span) is { } error)
        {
            throw error;
        }
    }

    /// <summary>The error that the reply is (`ok: 0`) or the first of its write errors; null when it has none.</summary>
    public static StoreException? ReadError(ReadOnlySpan<byte> reply)
    {
        var isError = false;
        var written = 0;
        ReadOnlySpan<byte> writeErrors = [];
        var reader = new BsonReader(reply);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("ok"u8))
            {
                isError = ReadNumber(reader.Value) == 0;
            }
            else if (reader.NameSpan.SequenceEqual("n"u8))
            {
                written = (int)ReadNumber(reader.Value);
            }
            else if (reader.NameSpan.SequenceEqual("writeErrors"u8))
            {
                writeErrors = reader.Value.AsArray();
            }
        }

        if (isError)
        {
            return ErrorOf(reply, documentsWritten: 0, ReadErrorLabels(reply));
        }

        var first = writeErrors.IsEmpty ? default : new BsonReader(writeErrors);
        return !writeErrors.IsEmpty && first.Read() ? ErrorOf(first.Value.AsDocument(), written, ReadErrorLabels(reply)) : null;
    }

    /// <summary>The labels of an error; a driver adds its own to a reply that says nothing else.</summary>
    public static IReadOnlyList<string> ReadErrorLabels(ReadOnlySpan<byte> reply)
    {
        var labels = new List<string>();
        var reader = new BsonReader(reply);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("errorLabels"u8))
            {
                var label = new BsonReader(reader.Value.AsArray());
                while (label.Read())
                {
                    labels.Add(System.Text.Encoding.UTF8.GetString(label.Value.AsString()));
                }
            }
        }

        return labels;
    }

    private static StoreException ErrorOf(ReadOnlySpan<byte> error, int documentsWritten, IReadOnlyList<string> labels)
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

        return new StoreException(code, message) { IndexName = IndexNameIn(code, message), DocumentsWritten = documentsWritten, Labels = labels };
    }

    // MongoDB names the index in the message only. Behind the name it shows the key; other servers show none, and the name is the message's end.
    private static string? IndexNameIn(StoreErrorCode code, string message)
    {
        var start = message.IndexOf(IndexPrefix, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var name = message[(start + IndexPrefix.Length)..];
        var end = name.IndexOf(IndexSuffix, StringComparison.Ordinal);
        return end >= 0 ? name[..end] : code == StoreErrorCode.DuplicateKey && name.Length > 0 ? name : null;
    }

    private static long ReadNumber(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => value.AsInt32(),
        BsonType.Int64 => value.AsInt64(),
        BsonType.Double => (long)value.AsDouble(),
        _ => 0,
    };
}
