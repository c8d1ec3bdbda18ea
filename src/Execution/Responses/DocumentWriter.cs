using System.Buffers;
using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>
/// The last stage of a request: walks a raw document once, notes where the selected elements lie, and writes them in selection order straight into the response.
/// Where stored data breaks the model it rewinds to the nearest nullable parent, writes null there and adds one error with its path (§6.4.4).
/// One for each response or part of it; allocates nothing for a document without errors. A malformed document throws <see cref="BsonException"/>: the store failed.
/// </summary>
/// <param name="buffer">The response.</param>
/// <param name="errors">Where errors go.</param>
/// <param name="path">Where in the response the document is written; the writer leaves it as it was.</param>
/// <param name="conditions">The request's `@skip` and `@include`.</param>
/// <param name="gates">What of the shapes the viewer may read.</param>
/// <param name="related">The documents that references give; null where no shape has one.</param>
/// <param name="rules">Who asks, for `can`; needed where a shape has it.</param>
internal sealed class DocumentWriter(
    ResponseBuffer buffer,
    ErrorCollector errors,
    ResponsePathBuilder path,
    ConditionSet conditions,
    ViewerGates gates = default,
    RelatedDocuments? related = null,
    RuleContext rules = default)
{
    private const int MaximumSlotsOnStack = 64;

    /// <summary>Writes one document as an object. False when it must be null: nothing is written then, its error is added, and the caller propagates.</summary>
    /// <param name="document">Exactly one document.</param>
    /// <param name="shape">What to write of it.</param>
    public bool Write(ReadOnlySpan<byte> document, DocumentShape shape)
    {
        var start = buffer.Length;
        var depth = path.Depth;
        if (WriteObject(document, shape, document))
        {
            return true;
        }

        buffer.Truncate(start);
        path.Truncate(depth);
        return false;
    }

    private bool WriteObject(ReadOnlySpan<byte> bytes, DocumentShape shape, ReadOnlySpan<byte> document)
    {
        var count = shape.SlotCount;
        if (count <= MaximumSlotsOnStack)
        {
            Span<ElementSlot> slots = stackalloc ElementSlot[count];
            return WriteFields(bytes, shape, slots, document);
        }

        var rented = ArrayPool<ElementSlot>.Shared.Rent(count);
        try
        {
            var slots = rented.AsSpan(0, count);
            slots.Clear();
            return WriteFields(bytes, shape, slots, document);
        }
        finally
        {
            ArrayPool<ElementSlot>.Shared.Return(rented);
        }
    }

    private bool WriteFields(ReadOnlySpan<byte> bytes, DocumentShape shape, Span<ElementSlot> slots, ReadOnlySpan<byte> document)
    {
        shape.Locate(bytes, slots);
        var fields = shape.Fields.AsSpan();
        var slotOfField = shape.SlotOfField.AsSpan();
        var isFirst = true;
        buffer.WriteByte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            if (!conditions.Includes(field.Condition))
            {
                continue;
            }

            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            buffer.Write(field.NamePrefix);
            if (field.Shape is null)
            {
                buffer.Write(field.Constant);
                continue;
            }

            path.Push(field.ResponseName);
            if (gates.RefusalOf(field.Gate) is { } refused)
            {
                errors.Add(AccessErrors.Refused(refused) with { Locations = field.Locations, Path = path.ToPath() });
                if (!WriteNull(field.Shape))
                {
                    return false;
                }
            }
            else if (!WriteValue(field.Shape, slots[slotOfField[i]].ValueIn(bytes), new ElementPlace(document, shape, field)))
            {
                return false;
            }

            path.Pop();
        }

        buffer.WriteByte((byte)'}');
        return true;
    }

    // False: null is due at a parent, and whatever was written since then is garbage that the parent rewinds. So is the path.
    private bool WriteValue(FieldShape shape, BsonValue value, in ElementPlace place)
    {
        if (value.Type is default(BsonType) or BsonType.Null or BsonType.Undefined)
        {
            if (!shape.IsNullable)
            {
                AddError(place, "is missing or null, but the model says ", shape.TypeReference);
            }

            return WriteNull(shape);
        }

        var start = buffer.Length;
        var depth = path.Depth;
        if (shape switch
        {
            ListShape list when value.Type == BsonType.Array => WriteList(list, value, place),
            ObjectShape embedded when value.Type == BsonType.Document => WriteObject(value.AsDocument(), embedded.Object, place.Document),
            ReferenceShape reference when StoredId.Fits(value, reference.Relation.IdKind) => WriteReference(reference, value),
            PermissionsShape permissions => WritePermissions(permissions, place.Document),
            InverseShape inverse => WriteDocuments(related!.Find(inverse, value), inverse.Fetch.Shape),
            _ => WriteLeaf(shape, value, place),
        })
        {
            return true;
        }

        buffer.Truncate(start);
        path.Truncate(depth);
        return WriteNull(shape);
    }

    private bool WriteNull(FieldShape shape)
    {
        if (shape.IsNullable)
        {
            buffer.Write("null"u8);
        }

        return shape.IsNullable;
    }

    private bool WriteList(ListShape list, BsonValue value, in ElementPlace place)
    {
        var reader = new BsonReader(value.AsArray());
        buffer.WriteByte((byte)'[');
        for (var index = 0; reader.Read(); index++)
        {
            if (index > 0)
            {
                buffer.WriteByte((byte)',');
            }

            path.Push(index);
            if (!WriteValue(list.Element, reader.Value, place))
            {
                return false;
            }

            path.Pop();
        }

        buffer.WriteByte((byte)']');
        return true;
    }

    // A document that is not there, or not the viewer's to see, is no error.
    private bool WriteReference(ReferenceShape reference, BsonValue id) =>
        related!.Find(reference, id) is { } document && WriteObject(document.Span, reference.Fetch.Shape, document.Span);

    private bool WritePermissions(PermissionsShape shape, ReadOnlySpan<byte> document)
    {
        buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in shape.Fields.AsSpan())
        {
            if (!conditions.Includes(field.Condition))
            {
                continue;
            }

            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            buffer.Write(field.NamePrefix);
            if (field.Operation is { } operation)
            {
                buffer.Write(shape.Rules is not null && shape.Rules.May(operation, document, rules) ? "true"u8 : "false"u8);
            }
            else
            {
                JsonText.TryWrite(shape.TypeNameBytes, buffer);
            }
        }

        buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteDocuments(IReadOnlyList<BsonDocument> documents, DocumentShape shape)
    {
        buffer.WriteByte((byte)'[');
        for (var index = 0; index < documents.Count; index++)
        {
            if (index > 0)
            {
                buffer.WriteByte((byte)',');
            }

            path.Push(index);
            if (!WriteObject(documents[index].Span, shape, documents[index].Span))
            {
                return false;
            }

            path.Pop();
        }

        buffer.WriteByte((byte)']');
        return true;
    }

    private bool WriteLeaf(FieldShape shape, BsonValue value, in ElementPlace place)
    {
        if (shape switch
        {
            ScalarShape scalar => ScalarWriter.TryWrite(scalar.Kind, value, buffer),
            EnumShape enumeration => ScalarWriter.TryWriteEnum(enumeration, value, buffer),
            GlobalIdShape id => GlobalId.TryWrite(id, value, buffer),
            _ => false,
        })
        {
            return true;
        }

        AddError(place, "is not a valid ", shape.NullableTypeReference);
        return false;
    }

    // Names the place, never the value: an error may end in a log or on a screen where the data must not.
    private void AddError(in ElementPlace place, string problem, string type)
    {
        if (errors.IsFull)
        {
            return;
        }

        var message = $"{place.Owner.TypeName}.{place.Field.FieldName} of {DocumentIdText.Describe(place.Document)} {problem}{type}.";
        errors.Add(new GraphQLError(ErrorCatalog.StoredDataInvalid, message, place.Field.Locations, path.ToPath()));
    }
}
