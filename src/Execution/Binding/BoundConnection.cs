using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Responses;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Binding;

/// <summary>A page of documents: the find and the count run side by side.</summary>
internal sealed class BoundConnection(
    FieldSelection selection,
    ConnectionShape shape,
    ConnectionResult result,
    FindCommand? find,
    CountRequest? count,
    BindingContext context) : BoundField(selection)
{
    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counting = count is null ? Task.FromResult(0L) : filter.CountAsync(count, viewer, now, cancellationToken).AsTask();
        try
        {
            if (find is not null)
            {
                await foreach (var batch in filter.FindAsync(find, viewer, now, cancellationToken).ConfigureAwait(false))
                {
                    result.Add(batch);
                }
            }
        }
        finally
        {
            // Also when the find fails: no command outlives its request.
            result.TotalCount = await counting.ConfigureAwait(false);
        }

        result.Complete();
    }

    public override IEnumerable<FetchedDocuments> Fetched
    {
        get
        {
            var documents = result.ToList();
            return shape.NodeShapes().Select(node => new FetchedDocuments(documents, node));
        }
    }

    public override bool Write(ResponseContext response) => new ConnectionWriter(result, context.Cursors, context.Viewer, shape.TypeName).Write(shape, response);

    public override void Release() => result.Dispose();
}
