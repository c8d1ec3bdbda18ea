using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$elemMatch` with operators. The child is matched by element, its paths are unused.</summary>
internal sealed class ElemMatchValueNode(FieldPath path, FilterNode child) : ElemMatchNode(path)
{
    internal FilterNode Child { get; } = child;

    internal override FilterNode With(Collation collation) => new ElemMatchValueNode(Path, Child.With(collation));

    /// <inheritdoc />
    protected override bool MatchesOne(BsonValue element) => Child.MatchesElement(element);
}
