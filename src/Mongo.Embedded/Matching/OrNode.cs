using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$or`, and under a <see cref="NotNode"/> `$nor`. At least two children, none of them an OrNode or constant.</summary>
internal sealed class OrNode : FilterNode
{
    private readonly FilterNode[] _children;

    private OrNode(FilterNode[] children)
    {
        _children = children;
    }

    internal IReadOnlyList<FilterNode> Children => _children;

    /// <summary>Joins the nodes, flattened: one node stays itself, one that always matches stands for all, and none is never.</summary>
    internal static FilterNode Of(IEnumerable<FilterNode> nodes)
    {
        var children = new List<FilterNode>();
        foreach (var node in nodes)
        {
            switch (node)
            {
                case ConstantNode { Value: false }:
                    break;
                case ConstantNode or AndNode { Children.Count: 0 }:
                    return ConstantNode.Always;
                case OrNode or:
                    children.AddRange(or.Children);
                    break;
                default:
                    children.Add(node);
                    break;
            }
        }

        return children.Count switch
        {
            0 => ConstantNode.Never,
            1 => children[0],
            _ => new OrNode([.. children]),
        };
    }

    internal override FilterNode With(Collation collation) => Of(_children.Select(child => child.With(collation)));

    internal override bool Matches(ReadOnlySpan<byte> document)
    {
        foreach (var child in _children)
        {
            if (child.Matches(document))
            {
                return true;
            }
        }

        return false;
    }

    internal override bool MatchesElement(BsonValue element)
    {
        foreach (var child in _children)
        {
            if (child.MatchesElement(element))
            {
                return true;
            }
        }

        return false;
    }
}
