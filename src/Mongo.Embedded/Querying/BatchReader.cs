namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>Cuts a running query into batches: the first small, so that an answer begins early, as MongoDB does.</summary>
internal static class BatchReader
{
    private const int FirstBatchDocuments = 101;
    private const int BatchBytes = 1 << 20;
    private const int InitialCapacity = 16 << 10;

    internal static DocumentBatch Read(DocumentSource source, bool isFirst, out bool hasMore)
    {
        var batch = new DocumentBatch(InitialCapacity);
        try
        {
            hasMore = true;
            while ((!isFirst || batch.Count < FirstBatchDocuments) && batch.Length < BatchBytes && (hasMore = source.MoveNext()))
            {
                batch.Add(source.Current);
            }

            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }
}
