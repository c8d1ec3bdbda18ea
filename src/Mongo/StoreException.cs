namespace OwnedData.Mongo;

/// <summary>The store refused a command or failed at it. Its message is for the log; no client sees it.</summary>
public sealed class StoreException(StoreErrorCode code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>MongoDB's code, where MongoDB has one.</summary>
    public StoreErrorCode Code { get; } = code;

    /// <summary>The index that refused the document (codes 11000 and 171); null when it is another error or not known.</summary>
    public string? IndexName { get; init; }

    /// <summary>MongoDB's labels of the error, such as `RetryableWriteError`; they say what may be tried again.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>How many documents the command had written, and keeps, before it failed.</summary>
    public int DocumentsWritten { get; init; }
}
