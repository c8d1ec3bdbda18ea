using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Mutations;
using OwnedData.Execution.Planning;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>
/// An update or a delete: one findAndModify, whose own filter holds the access predicate. No match: where the rules of reading and writing
/// differ, one find tells whether the viewer sees the document; if not, it is not there.
/// </summary>
internal sealed class BoundModify(FieldSelection selection, PayloadShape shape, StoredType type, BindingContext context, Modification modification)
    : BoundMutation(selection, shape, type, context)
{
    private const string VersionPath = "version";

    private PayloadError NotFound => new($"{Type.Name}NotFoundError", $"There is no {Type.Name} with this id.");

    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (modification.References is { } references)
        {
            Errors = await references.FindMissingAsync(filter, viewer, now, Context.MaxTime, cancellationToken).ConfigureAwait(false);
            if (!Errors.IsEmpty)
            {
                return;
            }
        }

        try
        {
            var image = await filter.FindAndModifyAsync(CommandFor(filter), viewer, now, cancellationToken).ConfigureAwait(false);
            Errors = image is null ? [await ExplainAsync(filter, cancellationToken).ConfigureAwait(false)] : [];
            Show(image, modification.Operation, filter);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey && AlreadyExists(exception) is { } error)
        {
            Errors = [error];
        }
    }

    private FindAndModifyCommand CommandFor(QueryFilter filter)
    {
        var paths = filter.Rules.Of(Type.Collection).PathsToShow(modification.Operation);
        return new FindAndModifyCommand(Type.Collection)
        {
            Filter = modification.Filter,
            Update = modification.Update,
            ReturnNew = modification.Update is not null,
            Projection = paths.IsEmpty ? Shape.Projection.For(Context.Gates) : Shape.Projection.For(Context.Gates, paths),
            MaxTime = Context.MaxTime,
        };
    }

    // Sent for an id that never was, too: what is told and how long it takes are the same.
    private async ValueTask<PayloadError> ExplainAsync(QueryFilter filter, CancellationToken cancellationToken)
    {
        var types = filter.Rules.Of(Type.Collection);
        var rules = types.Of(modification.Operation);
        var written = WrittenFields.By(modification.Update);
        var isAlwaysMissing = types.MayWhereRead(modification.Operation) && modification.IfVersion is null && !rules.Read(written);
        if (isAlwaysMissing || Shape.ReadGates.Check(Context.Viewer) is not null)
        {
            return NotFound;
        }

        var find = new FindCommand(Type.Collection)
        {
            Filter = modification.Id.Filter,
            Projection = ProjectionOf(rules),
            Limit = 1,
            MaxTime = Context.MaxTime,
        };
        PayloadError? reason = null;
        await foreach (var batch in filter.FindAsync(find, Context.Viewer, Context.Now, cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                var offset = 0;
                reason = batch.Count > 0 ? ReasonFor(batch.Next(ref offset), rules, written) : reason;
            }
        }

        return reason ?? NotFound;
    }

    // Null when nothing speaks against it: then the document came or changed between the two commands.
    private PayloadError? ReasonFor(BsonDocument document, OperationRules rules, in WrittenFields written)
    {
        var asking = new RuleContext(Context.Viewer, Context.Now);
        if (!rules.Hold(document.Span, asking))
        {
            return new PayloadError("NotAllowedError", rules.MessageFor(document.Span, asking));
        }

        if (modification.IfVersion is { } version && VersionOf(document) != version)
        {
            return new PayloadError("VersionConflictError", $"The {Type.Name} has another version than {version}: it was changed in the meantime.");
        }

        var image = written.ApplyTo(document);
        return rules.Hold(image.Span, asking) ? null : new PayloadError("NotAllowedError", rules.MessageFor(image.Span, asking));
    }

    private static int? VersionOf(BsonDocument document) =>
        document.TryGetValue("version"u8, out var version) && version.Type == BsonType.Int32 ? version.AsInt32() : null;

    private static BsonDocument ProjectionOf(OperationRules rules)
    {
        var projection = new Projection();
        return projection.With(rules.Paths.Append(VersionPath)).ToDocument();
    }
}
