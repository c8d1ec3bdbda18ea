using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>
/// One component of an update's paths: all operators of one update make one tree, so a document is rewritten in one walk. A node has a modifier or children.
/// Children stand in the order in which MongoDB adds new fields: array indexes by number, then names by their bytes.
/// </summary>
internal sealed class UpdateNode
{
    private readonly List<UpdateNode> _children = [];
    private readonly byte[] _name;

    private UpdateNode(string path, ReadOnlySpan<byte> name, int index)
    {
        Path = path;
        _name = name.ToArray();
        Index = index;
    }

    /// <summary>The components up to this one, dotted.</summary>
    internal string Path { get; }

    internal ReadOnlySpan<byte> Name => _name;

    /// <summary>The name as an array index, or -1.</summary>
    internal int Index { get; }

    internal Modifier? Modifier { get; private set; }

    internal IReadOnlyList<UpdateNode> Children => _children;

    internal static UpdateNode NewRoot() => new("", [], index: -1);

    /// <summary>Adds one path; false where another path of the update ends at it, above it or below it, with the place where they meet.</summary>
    internal bool TryAdd(FieldPath path, Modifier modifier, out string conflict)
    {
        var node = this;
        for (var i = 0; i < path.Length; i++)
        {
            var position = node.Find(path[i], path.IndexAt(i));
            var isNew = position < 0;
            if (isNew)
            {
                position = ~position;
                var text = string.Join('.', path.Text.Split('.').Take(i + 1));
                node._children.Insert(position, new UpdateNode(text, path[i], path.IndexAt(i)));
            }

            node = node._children[position];
            if (node.Modifier is not null || (!isNew && i == path.Length - 1))
            {
                conflict = node.Path;
                return false;
            }
        }

        node.Modifier = modifier;
        conflict = "";
        return true;
    }

    /// <summary>The position of the child with this name, or something negative.</summary>
    internal int Find(ReadOnlySpan<byte> name) => Find(name, FieldPath.ParseIndex(name));

    /// <summary>The position of the child with this name and index, or the complement of where it would stand.</summary>
    internal int Find(ReadOnlySpan<byte> name, int index)
    {
        var low = 0;
        var high = _children.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var child = _children[middle];
            var difference = (index >= 0, child.Index >= 0) switch
            {
                (true, true) => index.CompareTo(child.Index),
                (true, false) => -1,
                (false, true) => 1,
                _ => name.SequenceCompareTo(child.Name),
            };
            if (difference == 0)
            {
                return middle;
            }

            (low, high) = difference < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return ~low;
    }

    /// <summary>Whether anything at or below this node leaves a value where there was none.</summary>
    internal bool Creates(bool isInsert)
    {
        if (Modifier is not null)
        {
            return Modifier.Creates(isInsert);
        }

        foreach (var child in _children)
        {
            if (child.Creates(isInsert))
            {
                return true;
            }
        }

        return false;
    }
}
