namespace OwnedData.Mongo;

/// <summary>The store refused a command or failed at it. Its message is for the log; no client sees it.</summary>
public sealed class StoreException(StoreErrorCode code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>MongoDB's code, where MongoDB has one.</summary>
    public StoreErrorCode Code { get; } = code;
}
