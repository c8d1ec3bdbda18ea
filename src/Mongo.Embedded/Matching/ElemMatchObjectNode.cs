using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$elemMatch` with a whole filter: one element, a document or an array, must match all of it.</summary>
internal sealed class ElemMatchObjectNode(FieldPath path, FilterNode child) : PathNode(path)
{
    internal FilterNode Child { get; } = child;

    /// <inheritdoc />
    protected override bool LooksIntoLeafArray => false;

    internal override bool MatchesElement(BsonValue element)
    {
        if (element.Type != BsonType.Array)
        {
            return false;
        }

        var reader = new BsonReader(element.Bytes);
        while (reader.Read())
        {
            if (reader.ElementType is BsonType.Document or BsonType.Array && Child.Matches(reader.ValueSpan))
            {
                return true;
            }
        }

        return false;
    }
}
