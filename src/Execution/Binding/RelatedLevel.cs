using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Responses;
using OwnedData.Mongo;

namespace OwnedData.Execution.Binding;

/// <summary>The documents that one selection of a reference, or of its other side, gives for all documents of the level above. Filled once, then only read.</summary>
internal abstract class RelatedLevel(RelatedShape shape) : IDisposable
{
    private readonly List<DocumentBatch> _batches = [];

    /// <summary>What they are written in.</summary>
    public RelatedShape Shape { get; } = shape;

    /// <summary>All of them: the level that the next ones are found from.</summary>
    public List<BsonDocument> Documents { get; } = [];

    /// <summary>Notes an id that the level above holds.</summary>
    public abstract void Ask(BsonType type, ReadOnlyMemory<byte> id);

    /// <summary>Sends the commands for the ids that were asked for.</summary>
    public abstract ValueTask FetchAsync(QueryFilter filter, BindingContext context, CancellationToken cancellationToken);

    public void Dispose()
    {
        foreach (var batch in _batches)
        {
            batch.Dispose();
        }
    }

    protected async ValueTask ReadAsync(IAsyncEnumerable<DocumentBatch> batches)
    {
        await foreach (var batch in batches.ConfigureAwait(false))
        {
            _batches.Add(batch);
            for (var offset = 0; offset < batch.Length;)
            {
                var document = batch.Next(ref offset);
                Documents.Add(document);
                Take(document);
            }
        }
    }

    /// <summary>Files a document under the id that asked for it.</summary>
    protected abstract void Take(BsonDocument document);
}
