using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$size`: an array of so many elements.</summary>
internal sealed class SizeNode(FieldPath path, long size) : PathNode(path)
{
    /// <inheritdoc />
    internal override bool LooksIntoLeafArray => false;

    internal override bool MatchesElement(BsonValue element)
    {
        if (element.Type != BsonType.Array)
        {
            return false;
        }

        var count = 0L;
        var reader = new BsonReader(element.Bytes);
        while (count <= size && reader.Read())
        {
            count++;
        }

        return count == size;
    }
}
