using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$elemMatch` with a whole filter: the element is a document or an array.</summary>
internal sealed class ElemMatchObjectNode(FieldPath path, FilterNode child) : ElemMatchNode(path)
{
    internal FilterNode Child { get; } = child;

    internal override FilterNode With(Collation collation) => new ElemMatchObjectNode(Path, Child.With(collation));

    /// <inheritdoc />
    protected override bool MatchesOne(BsonValue element) => element.Type is BsonType.Document or BsonType.Array && Child.Matches(element.Bytes);
}
