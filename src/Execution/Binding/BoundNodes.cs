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
    private readonly Dictionary<(string TypeName, BsonDocument Id), BsonDocument> _documents = [];

    public override async ValueTask FetchAsync(QueryFilter filter, Viewer viewer, CancellationToken cancellationToken)
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
            await foreach (var batch in filter.FindAsync(command, viewer, cancellationToken).ConfigureAwait(false))
            {
                Add(group.Key, batch);
            }
        }
    }

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

        return _documents.TryGetValue((id.Type.Name, KeyOf(id.Value)), out var document) && response.Documents.Write(document.Span, fetch.Shape);
    }

    private void Add(StoredType type, DocumentBatch batch)
    {
        _batches.Add(batch);
        for (var offset = 0; offset < batch.Length;)
        {
            var document = batch.Next(ref offset);
            document.TryGetValue("_id"u8, out var id);
            _documents[(type.Name, KeyOf(id))] = document;
        }
    }

    // Equal numbers are one id, whatever types they are asked for and stored as.
    private static BsonDocument KeyOf(BsonValue id)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (NumberWriter.TryReadInteger(id, out var number))
        {
            writer.WriteInt64("_id"u8, number);
        }
        else
        {
            writer.WriteValue("_id"u8, id);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
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
