namespace OwnedData.Mongo.Embedded.Projecting;

/// <summary>One component of a projection's paths. Without children it is a path's end: the field is kept, or left out, as a whole.</summary>
internal sealed class ProjectionNode
{
    private readonly List<ProjectionNode> _children = [];
    private readonly byte[] _name;

    private ProjectionNode(ReadOnlySpan<byte> name)
    {
        _name = name.ToArray();
    }

    /// <summary>Whether documents are walked into even though no path ends below, because a stage computes something there.</summary>
    internal bool IsBranch { get; set; }

    /// <summary>Whether a stage computes what lies here, so that nothing of the document's is kept.</summary>
    internal bool IsComputed { get; set; }

    internal bool IsLeaf => _children.Count == 0 && !IsBranch;

    internal static ProjectionNode NewRoot() => new([]);

    /// <summary>The child with this name; null where the projection does not name it.</summary>
    internal ProjectionNode? Find(ReadOnlySpan<byte> name)
    {
        var position = Search(name);
        return position >= 0 ? _children[position] : null;
    }

    /// <summary>The child with this name, made where there was none.</summary>
    internal ProjectionNode GetOrAdd(ReadOnlySpan<byte> name, out bool isNew)
    {
        var position = Search(name);
        isNew = position < 0;
        if (isNew)
        {
            position = ~position;
            _children.Insert(position, new ProjectionNode(name));
        }

        return _children[position];
    }

    private int Search(ReadOnlySpan<byte> name)
    {
        var low = 0;
        var high = _children.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var difference = name.SequenceCompareTo(_children[middle]._name);
            if (difference == 0)
            {
                return middle;
            }

            (low, high) = difference < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return ~low;
    }
}
