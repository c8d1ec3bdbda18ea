namespace OwnedData.Mongo.Native;

/// <summary>Which MongoDB, and how many commands wait for it at most.</summary>
public sealed record NativeStoreOptions
{
    /// <summary>`mongodb://…` or `mongodb+srv://…` with all its options. `maxPoolSize` (100) is also the number of commands that run at once.</summary>
    public required string Uri { get; init; }

    /// <summary>The database of all collections; null for the one that the URI names.</summary>
    public string? Database { get; init; }

    /// <summary>The most commands that wait for a connection; one more is refused at once.</summary>
    public int MaximumWaiting { get; init; } = 1000;
}
