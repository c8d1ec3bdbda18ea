using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$elemMatch`: one element of an array must match everything that is asked.</summary>
internal abstract class ElemMatchNode(FieldPath path) : PathNode(path)
{
    /// <inheritdoc />
    internal sealed override bool LooksIntoLeafArray => false;

    internal sealed override bool MatchesElement(BsonValue element) => FindIn(element) >= 0;

    /// <summary>The index of the first element that matches, or -1; -1 also for what is no array.</summary>
    internal int FindIn(BsonValue array)
    {
        if (array.Type == BsonType.Array)
        {
            var reader = new BsonReader(array.Bytes);
            for (var index = 0; reader.Read(); index++)
            {
                if (MatchesOne(reader.Value))
                {
                    return index;
                }
            }
        }

        return -1;
    }

    /// <summary>Whether one element matches.</summary>
    protected abstract bool MatchesOne(BsonValue element);
}
