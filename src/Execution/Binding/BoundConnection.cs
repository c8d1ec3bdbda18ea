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
    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, CancellationToken cancellationToken)
    {
        var counting = count is null ? new ValueTask<long>(0) : filter.CountAsync(count, viewer, cancellationToken);
        if (find is not null)
        {
            await foreach (var batch in filter.FindAsync(find, viewer, cancellationToken).ConfigureAwait(false))
            {
                result.Add(batch);
            }
        }

        result.Complete();
        result.TotalCount = await counting.ConfigureAwait(false);
    }

    public override bool Write(ResponseContext response) => new ConnectionWriter(result, context.Cursors, context.Viewer, shape.TypeName).Write(shape, response);

    public override void Release() => result.Dispose();
}
