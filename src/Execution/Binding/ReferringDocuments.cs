using System.Runtime.InteropServices;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Binding;

/// <summary>The documents that refer to those of one level: one command for all, with a bounded branch for each.</summary>
internal sealed class ReferringDocuments(InverseShape shape, int limit) : RelatedLevel(shape)
{
    // A level holds fewer, unless the limits of cost are raised far: MongoDB takes no pipeline of more than 1,000 stages.
    private const int MaximumBranches = 200;

    private readonly Dictionary<StoredId, List<BsonDocument>> _documents = new(StoredIdComparer.Instance);
    private readonly string _storedName = shape.Relation.Inverse!.Reference.StoredName;
    private readonly byte[] _storedNameBytes = Encoding.UTF8.GetBytes(shape.Relation.Inverse!.Reference.StoredName);

    public override void Ask(BsonType type, ReadOnlyMemory<byte> id) => _documents.TryAdd(new StoredId(type, id), []);

    public override async ValueTask FetchAsync(QueryFilter filter, BindingContext context, CancellationToken cancellationToken)
    {
        if (limit == 0)
        {
            return;
        }

        // The reference tells whose each document is.
        var projection = Shape.Fetch.Projection.For(context.Gates, [_storedName]);
        foreach (var ids in _documents.Keys.Chunk(MaximumBranches))
        {
            var request = new UnionRequest(
                Shape.Fetch.Type.Collection,
                ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(ids, FilterOf)),
                limit,
                projection,
                context.MaxTime);
            await ReadAsync(filter.UnionAsync(request, context.Viewer, context.Now, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Those that refer to that document, in the order of their `_id`.</summary>
    public IReadOnlyList<BsonDocument> Find(BsonValue id) =>
        _documents.GetAlternateLookup<BsonValue>().TryGetValue(id, out var documents) ? documents : [];

    protected override void Take(BsonDocument document)
    {
        if (document.TryGetValue(_storedNameBytes, out var id) && _documents.GetAlternateLookup<BsonValue>().TryGetValue(id, out var documents))
        {
            documents.Add(document);
        }
    }

    private BsonDocument FilterOf(StoredId id)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument(_storedNameBytes);
        writer.WriteValue("$eq"u8, id.Value);
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
