using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$exists: true`; false is a <see cref="NotNode"/> over it. A null or an empty array exists.</summary>
internal sealed class ExistsNode(FieldPath path) : PathNode(path)
{
    /// <inheritdoc />
    internal override bool LooksIntoLeafArray => false;

    internal override bool MatchesElement(BsonValue element) => element.Type != default;
}
