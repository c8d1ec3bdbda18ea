using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Binding;

/// <summary>
/// The documents that an operation's references give: fetched level by level, with one command for each selection of a reference however
/// many documents hold one. Root fields are fetched side by side; each has selections of its own, so none writes where another does.
/// </summary>
internal sealed class RelatedDocuments(int relationCount, InverseSizes sizes, BindingContext context) : IDisposable
{
    private const int MaximumSlotsOnStack = 64;

    private readonly RelatedLevel?[] _levels = new RelatedLevel?[relationCount];

    /// <summary>Fetches all that these documents lead to.</summary>
    public async ValueTask FetchAsync(IEnumerable<FetchedDocuments> fetched, QueryFilter filter, CancellationToken cancellationToken)
    {
        var next = new List<RelatedLevel>();
        foreach (var (documents, shape) in fetched)
        {
            if (!shape.RelatedFields.IsEmpty)
            {
                foreach (var document in documents)
                {
                    Gather(document.Memory, shape, next);
                }
            }
        }

        await Task.WhenAll(next.Select(level => FetchAsync(level, filter, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>The document that a reference names; null when it is not there or not the viewer's to see.</summary>
    public BsonDocument? Find(ReferenceShape shape, BsonValue id) => ((ReferencedDocuments?)_levels[shape.Relation.Index])?.Find(id);

    /// <summary>The documents that refer to that one.</summary>
    public IReadOnlyList<BsonDocument> Find(InverseShape shape, BsonValue id) => ((ReferringDocuments?)_levels[shape.Relation.Index])?.Find(id) ?? [];

    public void Dispose()
    {
        foreach (var level in _levels)
        {
            level?.Dispose();
        }
    }

    private async Task FetchAsync(RelatedLevel level, QueryFilter filter, CancellationToken cancellationToken)
    {
        await level.FetchAsync(filter, context, cancellationToken).ConfigureAwait(false);
        await FetchAsync([new FetchedDocuments(level.Documents, level.Shape.Fetch.Shape)], filter, cancellationToken).ConfigureAwait(false);
    }

    private void Gather(ReadOnlyMemory<byte> bytes, DocumentShape shape, List<RelatedLevel> found)
    {
        Span<ElementSlot> slots = shape.SlotCount <= MaximumSlotsOnStack ? stackalloc ElementSlot[shape.SlotCount] : new ElementSlot[shape.SlotCount];
        shape.Locate(bytes.Span, slots);
        foreach (var index in shape.RelatedFields)
        {
            var field = shape.Fields[index];
            if (context.Conditions.Includes(field.Condition) && context.Gates.RefusalOf(field.Gate) is null)
            {
                var slot = slots[shape.SlotOfField[index]];
                Ask((RelatedShape)field.Shape!, slot.Type, bytes.Slice(slot.Offset, slot.Length), found);
            }
        }
    }

    // Nothing that is no id of the target goes into a command: a stored pattern, say, would be looked for and not be equal to anything.
    private void Ask(RelatedShape related, BsonType type, ReadOnlyMemory<byte> value, List<RelatedLevel> found)
    {
        if (type == default || !StoredId.Fits(new BsonValue(type, value.Span), related.Relation.IdKind))
        {
            return;
        }

        ref var level = ref _levels[related.Relation.Index];
        if (level is null)
        {
            level = related is InverseShape inverse
                ? new ReferringDocuments(inverse, sizes.Of(related.Relation.Index))
                : new ReferencedDocuments((ReferenceShape)related);
            found.Add(level);
        }

        level.Ask(type, value);
    }
}
