using System.Collections.Frozen;
using System.Text;
using OwnedData.Bson;
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
    private readonly FrozenDictionary<string, OwnerRule> _rules;

    /// <summary>A gate over the collections of a model.</summary>
    public QueryFilter(IMongoStore store, DataModel model)
    {
        // Until all rules are carried out here, a model with others than `@owned` must not run.
        if (model.StoredTypes.FirstOrDefault(type => type.Access is not { Owner: not null, Allows.Length: 1, Restricts.IsEmpty: true }) is { } unsupported)
        {
            throw new NotSupportedException($"The access rules of {unsupported.Name} are not supported yet.");
        }

        _store = store;
        _rules = model.StoredTypes.ToFrozenDictionary(type => type.Collection, type => type.Access.Owner!);
    }

    /// <summary>Documents that match and that the viewer may read.</summary>
    internal IAsyncEnumerable<DocumentBatch> FindAsync(FindCommand command, Viewer viewer, CancellationToken cancellationToken) =>
        TryRestrict(command.Collection, command.Filter, viewer, out var filter)
            ? _store.QueryAsync(command.WithFilter(filter), cancellationToken)
            : AsyncEnumerable.Empty<DocumentBatch>();

    /// <summary>The number of documents that match and that the viewer may read.</summary>
    internal async ValueTask<long> CountAsync(CountRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!TryRestrict(request.Collection, request.Filter, viewer, out var filter))
        {
            return 0;
        }

        await foreach (var batch in _store.QueryAsync(request.ToCommand(filter), cancellationToken).ConfigureAwait(false))
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
    internal IAsyncEnumerable<DocumentBatch> UnionAsync(UnionRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        var filters = new BsonDocument[request.Filters.Length];
        for (var index = 0; index < filters.Length; index++)
        {
            if (!TryRestrict(request.Collection, request.Filters[index], viewer, out filters[index]))
            {
                return AsyncEnumerable.Empty<DocumentBatch>();
            }
        }

        return _store.QueryAsync(request.ToCommand(filters), cancellationToken);
    }

    /// <summary>
    /// Changes or removes one document that the viewer may change, check and write in one command; null when there is none.
    /// The image given back is the new one of an update, the last one of a removal.
    /// </summary>
    internal async ValueTask<BsonDocument?> FindAndModifyAsync(FindAndModifyCommand command, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!TryRestrict(command.Collection, command.Filter, viewer, out var filter))
        {
            return null;
        }

        var reply = await _store.ExecuteAsync(command.WithFilter(filter), cancellationToken).ConfigureAwait(false);
        return reply.TryGetValue("value"u8, out var value) && value.Type == BsonType.Document
            ? new BsonDocument(value.AsDocument().ToArray())
            : null;
    }

    /// <summary>
    /// Inserts a document in the viewer's name: the owner's field is stamped here, right after `_id`, and nowhere else.
    /// Gives the stored document; null when the viewer can own nothing.
    /// </summary>
    internal async ValueTask<BsonDocument?> InsertAsync(string collection, BsonDocument document, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!AccessPredicate.TryGetOwner(RuleOf(collection), viewer, out var owner))
        {
            return null;
        }

        var stamped = Stamp(document, RuleOf(collection), owner);
        await _store.ExecuteAsync(new InsertCommand(collection) { Documents = [stamped] }, cancellationToken).ConfigureAwait(false);
        return stamped;
    }

    private static BsonDocument Stamp(BsonDocument document, OwnerRule rule, string owner)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(document.Span);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
            if (reader.NameSpan.SequenceEqual("_id"u8))
            {
                writer.WriteString(Encoding.UTF8.GetBytes(rule.StoredField), owner);
            }
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private bool TryRestrict(string collection, BsonDocument clientFilter, Viewer viewer, out BsonDocument filter)
    {
        var rule = RuleOf(collection);
        if (!AccessPredicate.TryGetOwner(rule, viewer, out var owner))
        {
            filter = default;
            return false;
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        writer.WriteStartDocument();
        writer.WriteString(Encoding.UTF8.GetBytes(rule.StoredField), owner);
        writer.WriteEndDocument();
        if (!clientFilter.IsEmpty)
        {
            writer.WriteDocument(clientFilter);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        filter = writer.ToDocument();
        return true;
    }

    private OwnerRule RuleOf(string collection) => _rules.TryGetValue(collection, out var rule)
        ? rule
        : throw new InvalidOperationException($"The collection {collection} has no access rule; commands on it are refused.");
}
