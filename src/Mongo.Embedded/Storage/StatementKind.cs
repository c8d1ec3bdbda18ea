namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>Every SQL statement that is kept prepared. The texts are in <see cref="StatementText"/>.</summary>
internal enum StatementKind
{
    /// <summary>SQL of the cold paths, closed after use.</summary>
    OneOff,
    Begin,
    BeginWrite,
    Commit,
    Rollback,
    Savepoint,
    ReleaseSavepoint,
    RollbackToSavepoint,
    CatalogueVersion,
    CollectionScan,
    IndexScanForward,
    IndexScanBackward,
    CountEntries,
    SelectDocument,
    InsertDocument,
    UpdateDocument,
    DeleteDocument,
    InsertEntry,
    DeleteEntry,
}
