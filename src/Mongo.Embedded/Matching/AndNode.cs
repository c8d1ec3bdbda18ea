using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$and`, and the fields of one filter document. No child is itself an AndNode or always true; without children it matches everything.</summary>
internal sealed class AndNode : FilterNode
{
    private readonly FilterNode[] _children;

    private AndNode(FilterNode[] children)
    {
        _children = children;
        Conjuncts = Array.Exists(children, child => child is ExpressionNode) ? [.. children.SelectMany(child => child.Conjuncts)] : children;
    }

    internal IReadOnlyList<FilterNode> Children => _children;

    /// <summary>The children, and what follows from those that are expressions.</summary>
    internal override IReadOnlyList<FilterNode> Conjuncts { get; }

    /// <summary>Joins the nodes, flattened: one node stays itself, and one that never matches stands for all.</summary>
    internal static FilterNode Of(IEnumerable<FilterNode> nodes)
    {
        var children = new List<FilterNode>();
        foreach (var node in nodes)
        {
            switch (node)
            {
                case ConstantNode { Value: true }:
                    break;
                case ConstantNode:
                    return node;
                case AndNode and:
                    children.AddRange(and.Children);
                    break;
                default:
                    children.Add(node);
                    break;
            }
        }

        return children.Count == 1 ? children[0] : new AndNode([.. children]);
    }

    internal override FilterNode With(Collation collation) => Of(_children.Select(child => child.With(collation)));

    internal override bool Matches(ReadOnlySpan<byte> document)
    {
        foreach (var child in _children)
        {
            if (!child.Matches(document))
            {
                return false;
            }
        }

        return true;
    }

    internal override bool MatchesElement(BsonValue element)
    {
        foreach (var child in _children)
        {
            if (!child.MatchesElement(element))
            {
                return false;
            }
        }

        return true;
    }
}
