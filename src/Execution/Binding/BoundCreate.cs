using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Planning;
using OwnedData.Mongo;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>One insert, stamped with its owner by the query filter.</summary>
internal sealed class BoundCreate(FieldSelection selection, PayloadShape shape, StoredType type, Viewer viewer, BsonDocument document)
    : BoundMutation(selection, shape, type, viewer)
{
    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var result = await filter.InsertAsync(Type.Collection, document, viewer, now, cancellationToken).ConfigureAwait(false);
            Document = result.Document;
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey && AlreadyExists(exception) is { } error)
        {
            Errors = [error];
        }

        if (Document is null && Errors.IsEmpty)
        {
            Failure = AccessErrors.Refused(GraphQL.Errors.ErrorCatalog.NotAuthorized);
        }
    }
}
