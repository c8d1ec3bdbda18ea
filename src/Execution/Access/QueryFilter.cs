using System.Runtime.CompilerServices;
using OwnedData.Bson;
using OwnedData.Execution.Access.Explain;
using OwnedData.Execution.Access.Rules;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access;

/// <summary>
/// The one gate to the store: nothing else on a request's way holds an <see cref="IMongoStore"/>. It takes commands that
/// carry the client's filter and sends `{ $and: [ access predicate, client's filter ] }`, the injected part first. A
/// collection that no stored type declares is refused; a predicate that can never match asks the store nothing.
/// </summary>
public sealed class QueryFilter
{
    private readonly IMongoStore _store;

    // Of a request that asked for explanations, else null.
    private readonly FieldTrace? _trace;

    /// <summary>A gate over the collections of a model.</summary>
    public QueryFilter(IMongoStore store, DataModel model) => (_store, Rules) = (store, new AccessRules(model));

    private QueryFilter(QueryFilter filter, FieldTrace trace) => (_store, Rules, _trace) = (filter._store, filter.Rules, trace);

    /// <summary>The rules that it injects, for what is decided on documents that are here already.</summary>
    internal AccessRules Rules { get; }

    /// <summary>The same gate, which has the store explain each command before it sends it.</summary>
    internal QueryFilter TracedBy(FieldTrace trace) => new(this, trace);

    /// <summary>Documents that match and that the viewer may read.</summary>
    internal IAsyncEnumerable<DocumentBatch> FindAsync(FindCommand command, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken) =>
        TryRestrict(command.Collection, command.Filter, AccessOperation.Read, viewer, now, out var filter)
            ? QueryAsync(command.WithFilter(filter), cancellationToken)
            : AsyncEnumerable.Empty<DocumentBatch>();

    /// <summary>The number of documents that match and that the viewer may read.</summary>
    internal async ValueTask<long> CountAsync(CountRequest request, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!TryRestrict(request.Collection, request.Filter, AccessOperation.Read, viewer, now, out var filter))
        {
            return 0;
        }

        await foreach (var batch in QueryAsync(request.ToCommand(filter), cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                if (batch.Count > 0)
                {
                    return CountRequest.ReadCount(batch);
                }
            }
        }

        return 0;
    }

    /// <summary>For each of several filters the first documents that match and that the viewer may read; every branch is restricted by itself.</summary>
    internal IAsyncEnumerable<DocumentBatch> UnionAsync(UnionRequest request, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filters = new BsonDocument[request.Filters.Length];
        for (var index = 0; index < filters.Length; index++)
        {
            if (!TryRestrict(request.Collection, request.Filters[index], AccessOperation.Read, viewer, now, out filters[index]))
            {
                return AsyncEnumerable.Empty<DocumentBatch>();
            }
        }

        return QueryAsync(request.ToCommand(filters), cancellationToken);
    }

    /// <summary>
    /// Changes or removes one document that the viewer may change, check and write in one command; null when there is none.
    /// The image given back is the new one of an update, the last one of a removal.
    /// </summary>
    internal async ValueTask<BsonDocument?> FindAndModifyAsync(FindAndModifyCommand command, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var operation = command.Update is null ? AccessOperation.Delete : AccessOperation.Update;
        var written = WrittenFields.By(command.Update);
        if (!TryRestrict(command.Collection, command.Filter, operation, written, new RuleContext(viewer, now), out var filter))
        {
            return null;
        }

        var reply = await ExecuteAsync(command.WithFilter(filter), cancellationToken).ConfigureAwait(false);
        return reply.TryGetValue("value"u8, out var value) && value.Type == BsonType.Document
            ? new BsonDocument(value.AsDocument().ToArray())
            : null;
    }

    /// <summary>
    /// Inserts a document in the viewer's name: the owner is stamped here, right after `_id`, and nowhere else. The rules must hold on
    /// the stamped document, else nothing is written.
    /// </summary>
    internal async ValueTask<WriteResult> InsertAsync(
        string collection, BsonDocument document, Viewer viewer, DateTimeOffset now, TimeSpan? maxTime, CancellationToken cancellationToken)
    {
        var context = new RuleContext(viewer, now);
        var types = Rules.Of(collection);
        var rules = types.Of(AccessOperation.Create);
        if (!types.TryStamp(document, context, out var stamped) || !rules.Hold(stamped.Span, context))
        {
            _trace?.Restricted(collection, AccessOperation.Create, context, document, restricted: null);
            return new WriteResult(Document: null, rules.MessageFor(stamped.Span, context));
        }

        _trace?.Restricted(collection, AccessOperation.Create, context, document, stamped);
        await ExecuteAsync(new InsertCommand(collection) { Documents = [stamped], MaxTime = maxTime }, cancellationToken).ConfigureAwait(false);
        return new WriteResult(stamped, Refusal: null);
    }

    private bool TryRestrict(
        string collection, BsonDocument clientFilter, AccessOperation operation, Viewer viewer, DateTimeOffset now, out BsonDocument filter) =>
        TryRestrict(collection, clientFilter, operation, written: default, new RuleContext(viewer, now), out filter);

    private bool TryRestrict(
        string collection, BsonDocument clientFilter, AccessOperation operation, in WrittenFields written, in RuleContext context, out BsonDocument filter)
    {
        var isOpen = TryWrite(collection, clientFilter, operation, written, context, out filter);
        _trace?.Restricted(collection, operation, context, clientFilter, isOpen ? filter : null);
        return isOpen;
    }

    // False when nothing can match: the store is then not asked.
    private bool TryWrite(
        string collection, BsonDocument clientFilter, AccessOperation operation, in WrittenFields written, in RuleContext context, out BsonDocument filter)
    {
        var rules = Rules.Of(collection).Of(operation);
        filter = default;
        if (rules.Decide(context, default) == Truth.False || rules.Decide(context, written) == Truth.False)
        {
            return false;
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        var start = writer.WrittenCount;
        rules.WriteMembers(writer, context);
        rules.WriteNewImage(writer, context, written);
        if (writer.WrittenCount == start)
        {
            // Every document is open to the viewer: MongoDB refuses an empty `$and`.
            filter = clientFilter;
            return true;
        }

        if (!clientFilter.IsEmpty)
        {
            writer.WriteDocument(clientFilter);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        filter = writer.ToDocument();
        return true;
    }

    private IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken) =>
        _trace is null ? _store.QueryAsync(command, cancellationToken) : QueryTracedAsync(command, _trace, cancellationToken);

    private async IAsyncEnumerable<DocumentBatch> QueryTracedAsync(
        QueryCommand command, FieldTrace trace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        trace.Sent(command, await ExplainAsync(command, cancellationToken).ConfigureAwait(false));
        await foreach (var batch in _store.QueryAsync(command, cancellationToken).ConfigureAwait(false))
        {
            yield return batch;
        }
    }

    private async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
    {
        _trace?.Sent(command, command is InsertCommand ? null : await ExplainAsync(command, cancellationToken).ConfigureAwait(false));
        return await _store.ExecuteAsync(command, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ExplainStatistics> ExplainAsync(MongoCommand command, CancellationToken cancellationToken) =>
        ExplainStatistics.Read(await _store.ExecuteAsync(new ExplainCommand(command) { MaxTime = command.MaxTime }, cancellationToken).ConfigureAwait(false));
}
