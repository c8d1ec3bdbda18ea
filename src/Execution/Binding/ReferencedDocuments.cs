using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Responses;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Binding;

/// <summary>The documents that references of one level name: one find for all of them.</summary>
internal sealed class ReferencedDocuments(ReferenceShape shape) : RelatedLevel(shape)
{
    // A level holds fewer, unless the limits of cost are raised far: a bound on what one command says.
    private const int MaximumIds = 1000;

    private readonly Dictionary<StoredId, BsonDocument?> _documents = new(StoredIdComparer.Instance);

    public override void Ask(BsonType type, ReadOnlyMemory<byte> id) => _documents.TryAdd(new StoredId(type, id), null);

    public override async ValueTask FetchAsync(QueryFilter filter, BindingContext context, CancellationToken cancellationToken)
    {
        foreach (var ids in _documents.Keys.Chunk(MaximumIds))
        {
            var command = new FindCommand(Shape.Fetch.Type.Collection)
            {
                Filter = FilterOf(ids),
                Projection = Shape.Fetch.Projection.For(context.Gates),
                MaxTime = context.MaxTime,
            };
            await ReadAsync(filter.FindAsync(command, context.Viewer, context.Now, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Null when it is not there or not the viewer's to see.</summary>
    public BsonDocument? Find(BsonValue id) =>
        _documents.GetAlternateLookup<BsonValue>().TryGetValue(id, out var document) ? document : null;

    protected override void Take(BsonDocument document)
    {
        document.TryGetValue("_id"u8, out var id);
        _documents.GetAlternateLookup<BsonValue>()[id] = document;
    }

    private static BsonDocument FilterOf(StoredId[] ids)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("_id"u8);
        writer.WriteStartArray("$in"u8);
        foreach (var id in ids)
        {
            writer.WriteValue(id.Value);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
