using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Mutations;
using OwnedData.Execution.Planning;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>An update or a delete: one findAndModify, whose own filter holds the access predicate. No match: the document is not there.</summary>
internal sealed class BoundModify(FieldSelection selection, PayloadShape shape, StoredType type, Viewer viewer, FindAndModifyCommand command)
    : BoundMutation(selection, shape, type, viewer)
{
    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            Document = await filter.FindAndModifyAsync(command, viewer, now, cancellationToken).ConfigureAwait(false);
            Errors = Document is null
                ? [new PayloadError($"{Type.Name}NotFoundError", $"There is no {Type.Name} with this id.")]
                : [];
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey && AlreadyExists(exception) is { } error)
        {
            Errors = [error];
        }
    }
}
