using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>
/// The output plan of one object in a document: which elements to write, under which names, in selection order.
/// Compiled once; knows no person and no variables.
/// </summary>
internal sealed class DocumentShape
{
    private readonly byte[][] _storedNames;

    public DocumentShape(string typeName, ImmutableArray<ShapeField> fields)
    {
        TypeName = typeName;
        Fields = fields;
        _storedNames = [.. fields.Where(field => field.Shape is not null).Select(field => field.StoredName).Distinct(StoredNameComparer.Instance)];
        RelatedFields = [.. Enumerable.Range(0, fields.Length).Where(index => fields[index].Shape is RelatedShape)];
        SlotOfField = [.. fields.Select(field => Array.FindIndex(_storedNames, name => name.AsSpan().SequenceEqual(field.StoredName)))];
    }

    /// <summary>The GraphQL type, for error messages.</summary>
    public string TypeName { get; }

    /// <summary>In response order.</summary>
    public ImmutableArray<ShapeField> Fields { get; }

    /// <summary>The indexes of the fields in which other documents are written. Embedded objects have none.</summary>
    public ImmutableArray<int> RelatedFields { get; }

    /// <summary>How many elements the fields are read from; fewer than fields where aliases share one.</summary>
    public int SlotCount => _storedNames.Length;

    /// <summary>Beside <see cref="Fields"/>: the index of the field's slot; -1 for a constant.</summary>
    public ImmutableArray<int> SlotOfField { get; }

    /// <summary>
    /// Notes where the selected elements lie, in one walk that ends with the last of them. Of two elements with one name the first counts, as
    /// <see cref="BsonDocument.TryGetValue"/> has it, so that what is shown is what a filter saw.
    /// </summary>
    /// <param name="document">Exactly one document.</param>
    /// <param name="slots"><see cref="SlotCount"/> default values.</param>
    public void Locate(ReadOnlySpan<byte> document, Span<ElementSlot> slots)
    {
        var reader = new BsonReader(document);
        var missing = slots.Length;
        var expected = 0;
        while (missing > 0 && reader.Read())
        {
            var slot = Find(reader.NameSpan, expected);
            if (slot < 0)
            {
                continue;
            }

            // Documents of one collection mostly keep one order of elements: the next name is the likely one.
            expected = slot + 1;
            if (slots[slot].Type == default)
            {
                slots[slot] = new ElementSlot(reader.ElementType, reader.ValueOffset, reader.ValueSpan.Length);
                missing--;
            }
        }
    }

    private int Find(ReadOnlySpan<byte> name, int expected)
    {
        var names = _storedNames;
        for (var i = expected; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        for (var i = 0; i < expected && i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
