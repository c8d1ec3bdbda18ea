using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>
/// A MongoDB command on one collection, as typed parts. <see cref="ToDocument"/> gives the bytes that every store gets,
/// so the embedded store runs the same command text as a MongoDB server.
/// </summary>
public abstract class MongoCommand(string collection)
{
    /// <summary>The collection's name; from the model, never from a client.</summary>
    public string Collection { get; } = collection;

    /// <summary>The time the store may take, sent as `maxTimeMS`; null for no bound.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>The command's bytes: its name with the collection first, as MongoDB wants it.</summary>
    public BsonDocument ToDocument()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        WriteElements(writer);
        if (MaxTime is { } maxTime)
        {
            writer.WriteInt64("maxTimeMS"u8, Math.Max(1, (long)maxTime.TotalMilliseconds));
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    /// <summary>Writes the elements of the command into an open document.</summary>
    protected abstract void WriteElements(BsonWriter writer);
}
