using System.Collections.Frozen;
using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Responses;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Documents by ids, each null when it is not there or not the viewer's to see, in the order of the ids.</summary>
internal sealed class BoundNodes(
    FieldSelection selection,
    FrozenDictionary<string, (DocumentFetch Fetch, GateSet Gates)> shapes,
    ImmutableArray<DocumentId> ids,
    BindingContext context) : BoundField(selection)
{
    private readonly List<DocumentBatch> _batches = [];
    private readonly Dictionary<StoredType, Dictionary<StoredId, BsonDocument>> _documents = [];

    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var group in ids.GroupBy(id => id.Type))
        {
            var (fetch, gates) = shapes[group.Key.Name];
            if (gates.Check(viewer) is not null)
            {
                continue;
            }

            var command = new FindCommand(group.Key.Collection)
            {
                Filter = FilterOf(group),
                Projection = fetch.Projection.For(context.Gates),
                MaxTime = context.MaxTime,
            };
            var documents = _documents[group.Key] = new Dictionary<StoredId, BsonDocument>(StoredIdComparer.Instance);
            await foreach (var batch in filter.FindAsync(command, viewer, now, cancellationToken).ConfigureAwait(false))
            {
                Add(batch, documents);
            }
        }
    }

    public override IEnumerable<FetchedDocuments> Fetched =>
        _documents.Select(entry => new FetchedDocuments([.. entry.Value.Values], shapes[entry.Key.Name].Fetch.Shape));

    public override bool Write(ResponseContext response)
    {
        response.Buffer.WriteByte((byte)'[');
        for (var index = 0; index < ids.Length; index++)
        {
            if (index > 0)
            {
                response.Buffer.WriteByte((byte)',');
            }

            response.Path.Push(index);
            var start = response.Buffer.Length;
            if (!WriteNode(ids[index], response))
            {
                response.Buffer.Truncate(start);
                response.Buffer.Write("null"u8);
            }

            response.Path.Pop();
        }

        response.Buffer.WriteByte((byte)']');
        return true;
    }

    public override void Release()
    {
        foreach (var batch in _batches)
        {
            batch.Dispose();
        }
    }

    private bool WriteNode(DocumentId id, ResponseContext response)
    {
        var (fetch, gates) = shapes[id.Type.Name];
        if (gates.Check(context.Viewer) is { } refused)
        {
            response.AddError(AccessErrors.Refused(refused), Selection);
            return false;
        }

        return _documents[id.Type].GetAlternateLookup<BsonValue>().TryGetValue(id.Value, out var document) && response.Documents.Write(document.Span, fetch.Shape);
    }

    private void Add(DocumentBatch batch, Dictionary<StoredId, BsonDocument> documents)
    {
        _batches.Add(batch);
        for (var offset = 0; offset < batch.Length;)
        {
            var document = batch.Next(ref offset);
            document.TryGetValue("_id"u8, out var id);
            documents.GetAlternateLookup<BsonValue>()[id] = document;
        }
    }

    private static BsonDocument FilterOf(IEnumerable<DocumentId> ids)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("_id"u8);
        writer.WriteStartArray("$in"u8);
        foreach (var id in ids)
        {
            id.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
