using System.Diagnostics;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>The SQL of each kept statement. Tables bear the catalogue's numbers, everything else is a parameter: no text from outside ever becomes SQL.</summary>
internal static class StatementText
{
    /// <param name="kind">Which statement.</param>
    /// <param name="collection">The collection's number, where its table is needed.</param>
    /// <param name="index">The index's number, where its table is needed.</param>
    internal static string Of(StatementKind kind, long collection, long index) => kind switch
    {
        StatementKind.Begin => "BEGIN",
        StatementKind.BeginWrite => "BEGIN IMMEDIATE",
        StatementKind.Commit => "COMMIT",
        StatementKind.Rollback => "ROLLBACK",
        StatementKind.Savepoint => "SAVEPOINT one_document",
        StatementKind.ReleaseSavepoint => "RELEASE one_document",
        StatementKind.RollbackToSavepoint => "ROLLBACK TO one_document",
        StatementKind.CatalogueVersion => "PRAGMA user_version",
        StatementKind.CollectionScan => $"SELECT record, document FROM c{collection} ORDER BY record",
        StatementKind.IndexScanForward => IndexScan(collection, index, "ASC"),
        StatementKind.IndexScanBackward => IndexScan(collection, index, "DESC"),
        StatementKind.CountEntries => $"SELECT count(*) FROM i{index} WHERE key >= ?1 AND key < ?2",
        StatementKind.SelectDocument => $"SELECT document FROM c{collection} WHERE record = ?1",
        StatementKind.InsertDocument => $"INSERT INTO c{collection}(document) VALUES (?1)",
        StatementKind.UpdateDocument => $"UPDATE c{collection} SET document = ?2 WHERE record = ?1",
        StatementKind.DeleteDocument => $"DELETE FROM c{collection} WHERE record = ?1",
        StatementKind.InsertEntry => $"INSERT INTO i{index}(key, record) VALUES (?1, ?2)",
        StatementKind.DeleteEntry => $"DELETE FROM i{index} WHERE key = ?1 AND record = ?2",
        _ => throw new UnreachableException(),
    };

    // CROSS JOIN fixes the loop order: entries first, each with its document.
    private static string IndexScan(long collection, long index, string direction) =>
        $"SELECT i.record, c.document, i.key FROM i{index} i CROSS JOIN c{collection} c ON c.record = i.record " +
        $"WHERE i.key >= ?1 AND i.key < ?2 ORDER BY i.key {direction}";
}
