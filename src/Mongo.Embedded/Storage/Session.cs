namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>What a command reads from: one consistent snapshot of the data with the catalogue of that moment. A writer's own session reads what it has written so far.</summary>
internal abstract class Session
{
    private protected Session(Connection connection) => Connection = connection;

    internal Connection Connection { get; }

    internal abstract Catalogue Catalogue { get; }
}
