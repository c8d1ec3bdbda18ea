namespace OwnedData.Mongo.Embedded;

/// <summary>SQLite's `synchronous`, for a write-ahead log.</summary>
public enum Synchronous
{
    /// <summary>Survives a killed process, not a lost power supply: the last writes may be missing then, never damaged.</summary>
    Normal = 1,

    /// <summary>Every acknowledged write is on the disk.</summary>
    Full = 2,
}
