using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>
/// Writes documents of one collection together with their index entries. Each call is all or nothing; a unique index that refuses throws
/// <see cref="StoreErrorCode.DuplicateKey"/> with its name.
/// </summary>
internal sealed class CollectionWriter(WriteSession session, string collectionName)
{
    private readonly Connection _connection = session.Connection;

    private CollectionDefinition Collection => session.Catalogue.Find(collectionName)!;

    internal void Insert(ReadOnlySpan<byte> document)
    {
        _connection.Run(StatementKind.Savepoint);
        try
        {
            using (var insert = _connection.Rent(StatementKind.InsertDocument, Collection.Id))
            {
                insert.Bind(1, document);
                insert.Run();
            }

            var record = _connection.LastInsertedRecord;
            foreach (var index in Collection.Indexes)
            {
                AddEntries(index, KeysOf(index, document), record);
            }
        }
        catch (StoreException)
        {
            UndoDocument();
            throw;
        }

        _connection.Run(StatementKind.ReleaseSavepoint);
    }

    internal void Replace(long record, ReadOnlySpan<byte> oldDocument, ReadOnlySpan<byte> newDocument)
    {
        _connection.Run(StatementKind.Savepoint);
        try
        {
            using (var update = _connection.Rent(StatementKind.UpdateDocument, Collection.Id))
            {
                update.Bind(1, record);
                update.Bind(2, newDocument);
                update.Run();
            }

            foreach (var index in Collection.Indexes)
            {
                var oldKeys = session.KeysOf(index).Generate(oldDocument, out _);
                var newKeys = KeysOf(index, newDocument);
                RemoveEntries(index, oldKeys.Except(newKeys, KeyComparer.Instance), record);
                AddEntries(index, newKeys.Except(oldKeys, KeyComparer.Instance), record);
            }
        }
        catch (StoreException)
        {
            UndoDocument();
            throw;
        }

        _connection.Run(StatementKind.ReleaseSavepoint);
    }

    internal void Delete(long record, ReadOnlySpan<byte> document)
    {
        foreach (var index in Collection.Indexes)
        {
            RemoveEntries(index, session.KeysOf(index).Generate(document, out _), record);
        }

        using var delete = _connection.Rent(StatementKind.DeleteDocument, Collection.Id);
        delete.Bind(1, record);
        delete.Run();
    }

    /// <summary>Fills a new index with the entries of all documents that are there.</summary>
    internal void Build(IndexDefinition index, OperationContext context)
    {
        using var scan = _connection.Rent(StatementKind.CollectionScan, Collection.Id);
        while (scan.Step())
        {
            context.CountRead();
            AddEntries(index, KeysOf(index, scan.GetBlob(1)), scan.GetInt64(0));
        }
    }

    private byte[][] KeysOf(IndexDefinition index, ReadOnlySpan<byte> document)
    {
        var keys = session.KeysOf(index).Generate(document, out var multikeyFields);
        if (multikeyFields != 0)
        {
            session.NoteMultikey(collectionName, index.Id, multikeyFields);
        }

        return keys;
    }

    private void AddEntries(IndexDefinition index, IEnumerable<byte[]> keys, long record)
    {
        using var insert = _connection.Rent(StatementKind.InsertEntry, index: index.Id);
        insert.Bind(2, record);
        foreach (var key in keys)
        {
            insert.Bind(1, key);
            try
            {
                insert.Run();
            }
            catch (StoreException error) when (error.Code == StoreErrorCode.DuplicateKey)
            {
                // The values stay out of the message: it is logged.
                throw new StoreException(
                    StoreErrorCode.DuplicateKey,
                    $"E11000 duplicate key error collection: {collectionName} index: {index.Name} dup key: {ExtendedJson.Write(index.Keys.Span, canonical: false)}",
                    error) { IndexName = index.Name };
            }
        }
    }

    private void RemoveEntries(IndexDefinition index, IEnumerable<byte[]> keys, long record)
    {
        using var delete = _connection.Rent(StatementKind.DeleteEntry, index: index.Id);
        delete.Bind(2, record);
        foreach (var key in keys)
        {
            delete.Bind(1, key);
            delete.Run();
        }
    }

    private void UndoDocument()
    {
        // A full disk may have ended the transaction already.
        if (_connection.IsInTransaction)
        {
            _connection.Run(StatementKind.RollbackToSavepoint);
            _connection.Run(StatementKind.ReleaseSavepoint);
        }
    }
}
