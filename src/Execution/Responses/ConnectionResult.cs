using OwnedData.Bson;
using OwnedData.Execution.Binding;
using OwnedData.Mongo;

namespace OwnedData.Execution.Responses;

/// <summary>The fetched page: its documents in the order of the connection, and what is known of the rest.</summary>
internal sealed class ConnectionResult(PageOrder order, PageArguments page) : IDisposable
{
    private readonly List<DocumentBatch> _batches = [];
    private readonly List<BsonDocument> _documents = new(page.Limit + 1);
    private int _start;

    public PageOrder Order { get; } = order;

    /// <summary>The number of documents on the page.</summary>
    public int Count { get; private set; }

    public bool HasNextPage { get; private set; }

    public bool HasPreviousPage { get; private set; }

    /// <summary>Of all pages; only when it was asked for.</summary>
    public long TotalCount { get; set; }

    public BsonDocument this[int index] => _documents[page.IsReversed ? _start + Count - 1 - index : _start + index];

    /// <summary>The documents of the page.</summary>
    public List<BsonDocument> ToList()
    {
        var documents = new List<BsonDocument>(Count);
        for (var index = 0; index < Count; index++)
        {
            documents.Add(this[index]);
        }

        return documents;
    }

    /// <summary>Takes the batch over.</summary>
    public void Add(DocumentBatch batch)
    {
        _batches.Add(batch);
        for (var offset = 0; offset < batch.Length;)
        {
            _documents.Add(batch.Next(ref offset));
        }
    }

    /// <summary>Once all is read: cuts the page to its size. The one document more than that says that there is more.</summary>
    public void Complete()
    {
        var hasMore = _documents.Count > page.Limit;
        Count = Math.Min(_documents.Count, page.Limit);
        var hasTrimmed = page.TrimToLast < Count;
        if (page.TrimToLast is { } last && hasTrimmed)
        {
            _start = Count - last;
            Count = last;
        }

        // A cursor names a document on its other side; whether it is still there is not worth a second command.
        HasNextPage = page.IsReversed ? page.Before is not null : hasMore;
        HasPreviousPage = page.IsReversed ? hasMore : page.After is not null || hasTrimmed;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var batch in _batches)
        {
            batch.Dispose();
        }
    }
}
