namespace OwnedData.Mongo;

/// <summary>MongoDB's error codes that the server or the embedded store names; any other value may come from a MongoDB server.</summary>
public enum StoreErrorCode
{
    InternalError = 1,
    BadValue = 2,
    FailedToParse = 9,
    TypeMismatch = 14,
    IllegalOperation = 20,
    NamespaceNotFound = 26,
    IndexNotFound = 27,
    PathNotViable = 28,
    ConflictingUpdateOperators = 40,
    MaxTimeMSExpired = 50,
    DollarPrefixedFieldName = 52,
    CommandNotFound = 59,
    ImmutableField = 66,
    IndexOptionsConflict = 85,
    IndexKeySpecsConflict = 86,
    CannotIndexParallelArrays = 171,
    ExceededMemoryLimit = 292,
    BsonObjectTooLarge = 10334,
    DuplicateKey = 11000,
    UnrecognizedPipelineStage = 40324,
    OutOfDiskSpace = 14031,
}
