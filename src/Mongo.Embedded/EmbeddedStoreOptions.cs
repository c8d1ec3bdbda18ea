namespace OwnedData.Mongo.Embedded;

/// <summary>How the embedded store keeps its data.</summary>
public sealed record EmbeddedStoreOptions
{
    /// <summary>The data folder, made when it is not there; null for a temporary one that goes when the store is disposed.</summary>
    public string? Folder { get; init; }

    /// <summary>When an acknowledged write is on the disk. A temporary folder is never synchronised.</summary>
    public Synchronous Synchronous { get; init; } = Synchronous.Full;

    /// <summary>The most queries that read at the same time; more wait.</summary>
    public int MaximumReaders { get; init; } = 16;

    /// <summary>The most bytes that the data file may grow to; null for no bound but the disk's.</summary>
    public long? MaximumFileBytes { get; init; }
}
