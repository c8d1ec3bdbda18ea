using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$not`, `$ne`, `$nin`, `$nor` and `$exists: false`: the opposite of its child on the whole document, so a missing field matches most of them.</summary>
internal sealed class NotNode : FilterNode
{
    private NotNode(FilterNode child)
    {
        Child = child;
    }

    internal FilterNode Child { get; }

    internal static FilterNode Of(FilterNode node) => node switch
    {
        ConstantNode { Value: true } or AndNode { Children.Count: 0 } => ConstantNode.Never,
        ConstantNode => ConstantNode.Always,
        _ => new NotNode(node),
    };

    internal override FilterNode With(Collation collation) => Of(Child.With(collation));

    internal override bool Matches(ReadOnlySpan<byte> document) => !Child.Matches(document);

    internal override bool MatchesElement(BsonValue element) => !Child.MatchesElement(element);
}
