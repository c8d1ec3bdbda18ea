using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Responses;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Binding;

/// <summary>One document by id: null when it is not there or not the viewer's to see.</summary>
internal sealed class BoundDocument(FieldSelection selection, DocumentFetch fetch, DocumentId id, BindingContext context) : BoundField(selection)
{
    private DocumentBatch? _batch;

    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var command = new FindCommand(fetch.Type.Collection) { Filter = id.Filter, Projection = fetch.Projection.For(context.Gates), Limit = 1, MaxTime = context.MaxTime };
        await foreach (var batch in filter.FindAsync(command, viewer, now, cancellationToken).ConfigureAwait(false))
        {
            _batch?.Dispose();
            _batch = batch;
        }
    }

    public override IEnumerable<FetchedDocuments> Fetched => Document is { } document ? [new FetchedDocuments([document], fetch.Shape)] : [];

    public override bool Write(ResponseContext response) => Document is { } document && response.Documents.Write(document.Span, fetch.Shape);

    public override void Release() => _batch?.Dispose();

    private BsonDocument? Document
    {
        get
        {
            var offset = 0;
            return _batch is { Count: > 0 } ? _batch.Next(ref offset) : null;
        }
    }
}
