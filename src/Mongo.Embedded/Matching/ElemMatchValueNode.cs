using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$elemMatch` with operators: one element must match all of them. The child is matched by element, its paths are unused.</summary>
internal sealed class ElemMatchValueNode(FieldPath path, FilterNode child) : PathNode(path)
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
            if (Child.MatchesElement(reader.Value))
            {
                return true;
            }
        }

        return false;
    }
}
