using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>An open query with its snapshot, cut into batches: the first small, so that an answer begins early, as MongoDB does.</summary>
internal sealed class RunningQuery(DocumentSource source, ReadSession session) : IDisposable
{
    private const int FirstBatchDocuments = 101;
    private const int BatchBytes = 1 << 20;
    private const int InitialCapacity = 16 << 10;

    private bool _isFirst = true;

    /// <summary>Whether there may be another batch.</summary>
    internal bool IsOpen { get; private set; } = true;

    /// <summary>
    /// The next batch. With the last one the query ends at once, before the consumer sees it: a short answer never holds a reader while it is worked on.
    /// </summary>
    internal DocumentBatch ReadBatch()
    {
        var batch = new DocumentBatch(InitialCapacity);
        try
        {
            while ((!_isFirst || batch.Count < FirstBatchDocuments) && batch.Length < BatchBytes)
            {
                if (!source.MoveNext())
                {
                    Dispose();
                    break;
                }

                batch.Add(source.Current);
            }
        }
        catch
        {
            batch.Dispose();
            throw;
        }

        _isFirst = false;
        return batch;
    }

    /// <summary>Ends the query; a second time does nothing, because its statements may be another's by then.</summary>
    public void Dispose()
    {
        if (IsOpen)
        {
            IsOpen = false;
            source.Dispose();
            session.Dispose();
        }
    }
}
