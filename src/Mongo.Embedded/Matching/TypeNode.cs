using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$type`: any of some types.</summary>
internal sealed class TypeNode(FieldPath path, BsonType[] types) : PathNode(path)
{
    internal override bool MatchesElement(BsonValue element) => element.Type != default && Array.IndexOf(types, element.Type) >= 0;
}
