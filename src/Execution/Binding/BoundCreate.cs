using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Mutations;
using OwnedData.Execution.Planning;
using OwnedData.Mongo;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>A create: the references are looked up, then one insert, stamped and held to the rules by the query filter.</summary>
internal sealed class BoundCreate(
    FieldSelection selection, PayloadShape shape, StoredType type, BindingContext context, BsonDocument document, InputReferences references)
    : BoundMutation(selection, shape, type, context)
{
    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Errors = await references.FindMissingAsync(filter, viewer, now, Context.MaxTime, cancellationToken).ConfigureAwait(false);
        if (!Errors.IsEmpty)
        {
            return;
        }

        try
        {
            var (stored, refusal) = await filter.InsertAsync(Type.Collection, document, viewer, now, Context.MaxTime, cancellationToken).ConfigureAwait(false);
            Errors = refusal is null ? [] : [new PayloadError("NotAllowedError", refusal)];
            Show(stored, AccessOperation.Create, filter);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey && AlreadyExists(exception) is { } error)
        {
            Errors = [error];
        }
    }
}
