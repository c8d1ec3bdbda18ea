using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>
/// One component of an update's paths: all operators of one update make one tree, so a document is rewritten in one walk. A node has a modifier, or children by
/// name (one of them perhaps for the matched position, `$`), or children for an array's elements (`$[]`, `$[identifier]`), never two of these. Unchanged once parsed.
/// Named children stand in the order in which MongoDB adds new fields: array indexes by number, then names by their bytes.
/// </summary>
internal sealed class UpdateNode
{
    private readonly List<UpdateNode> _children = [];
    private readonly List<UpdateNode> _elements = [];
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

    /// <summary>What happens to elements of the array at this node, each as far as its <see cref="Filter"/> says.</summary>
    internal IReadOnlyList<UpdateNode> Elements => _elements;

    /// <summary>Which elements a node among <see cref="Elements"/> is for; null for all.</summary>
    internal ArrayFilter? Filter { get; private init; }

    /// <summary>What happens at the position that the filter matched; null for nothing.</summary>
    internal UpdateNode? Positional { get; private set; }

    private bool IsEmpty => _children.Count == 0 && _elements.Count == 0 && Positional is null;

    internal static UpdateNode NewRoot() => new("", [], index: -1);

    /// <summary>Adds one path; false where another path of the update ends at it, above it or below it, with the place where they meet.</summary>
    internal bool TryAdd(FieldPath path, ArrayFilters filters, Modifier modifier, out string conflict)
    {
        var node = this;
        for (var i = 0; i < path.Length; i++)
        {
            var isElement = ArrayFilters.IsIdentifier(path[i]);
            var isNew = false;
            if (!node.IsEmpty && isElement != node._elements.Count > 0)
            {
                conflict = node.Path;
                return false;
            }

            node = isElement ? node.Element(path, i, filters, ref isNew) : node.Child(path[i], path.IndexAt(i), ref isNew);
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

    /// <summary>What happens to one element of an array at this node, all that is for it together; null for nothing.</summary>
    internal UpdateNode? ForElement(int index, BsonValue element)
    {
        if (_elements.Count == 0)
        {
            return Find([], index) is >= 0 and var position ? _children[position] : null;
        }

        UpdateNode? found = null;
        foreach (var candidate in _elements)
        {
            if (candidate.Filter is null || candidate.Filter.Matches(element))
            {
                found = found is null ? candidate : found.With(candidate);
            }
        }

        return found;
    }

    /// <summary>The same node with what stands at `$` put at a position.</summary>
    internal UpdateNode At(int position)
    {
        var name = Encoding.UTF8.GetBytes(position.ToString());
        var node = new UpdateNode(Path, _name, Index);
        node._children.AddRange(_children);
        var place = node.Find(name, position);
        if (place < 0)
        {
            node._children.Insert(~place, Positional!.Named(name, position));
        }
        else
        {
            node._children[place] = node._children[place].With(Positional!);
        }

        return node;
    }

    /// <summary>Both nodes' updates together. Throws where they meet: a conflict that only the document shows.</summary>
    internal UpdateNode With(UpdateNode other)
    {
        if (Modifier is not null || other.Modifier is not null || _elements.Count > 0 != other._elements.Count > 0)
        {
            throw new StoreException(StoreErrorCode.ConflictingUpdateOperators, $"Update created a conflict at '{Path}'");
        }

        var merged = new UpdateNode(Path, _name, Index) { Filter = Filter, Positional = Merge(Positional, other.Positional) };
        merged._children.AddRange(_children);
        foreach (var child in other._children)
        {
            var place = merged.Find(child.Name, child.Index);
            if (place < 0)
            {
                merged._children.Insert(~place, child);
            }
            else
            {
                merged._children[place] = merged._children[place].With(child);
            }
        }

        merged._elements.AddRange(_elements);
        foreach (var element in other._elements)
        {
            var place = merged._elements.FindIndex(own => own.Name.SequenceEqual(element.Name));
            if (place < 0)
            {
                merged._elements.Add(element);
            }
            else
            {
                merged._elements[place] = merged._elements[place].With(element);
            }
        }

        return merged;
    }

    private static UpdateNode? Merge(UpdateNode? left, UpdateNode? right) => left is null ? right : right is null ? left : left.With(right);

    private UpdateNode Named(ReadOnlySpan<byte> name, int index)
    {
        var node = new UpdateNode(Path, name, index) { Modifier = Modifier, Positional = Positional };
        node._children.AddRange(_children);
        node._elements.AddRange(_elements);
        return node;
    }

    private UpdateNode Child(ReadOnlySpan<byte> name, int index, ref bool isNew)
    {
        if (name is [(byte)'$'])
        {
            isNew = Positional is null;
            return Positional ??= Below(name, index);
        }

        var position = Find(name, index);
        if (position < 0)
        {
            isNew = true;
            position = ~position;
            _children.Insert(position, Below(name, index));
        }

        return _children[position];
    }

    private UpdateNode Element(FieldPath path, int component, ArrayFilters filters, ref bool isNew)
    {
        var name = path[component];
        foreach (var element in _elements)
        {
            if (element.Name.SequenceEqual(name))
            {
                return element;
            }
        }

        isNew = true;
        var added = new UpdateNode(PathTo(name), name, index: -1) { Filter = filters.Find(name, path) };
        _elements.Add(added);
        return added;
    }

    private UpdateNode Below(ReadOnlySpan<byte> name, int index) => new(PathTo(name), name, index);

    private string PathTo(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        return Path.Length == 0 ? text : $"{Path}.{text}";
    }
}
