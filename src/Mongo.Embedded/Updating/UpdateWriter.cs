using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Copies one document level by level and changes it on the way: fields keep their places, new ones come last in the tree's order.</summary>
internal ref struct UpdateWriter
{
    /// <summary>Where the filter led through no array, so that `$` stands for nothing.</summary>
    internal const int NoPosition = -1;

    /// <summary>MongoDB's limit: the most nulls that one index may add to an array.</summary>
    private const int MaxPadding = 1_500_000;

    private const int StackedChildren = 64;

    private readonly ReadOnlySpan<byte> _root;
    private readonly bool _isInsert;
    private readonly int _position;
    private readonly BsonWriter _output;
    private bool _isForced;

    /// <param name="root">The document to change.</param>
    /// <param name="isInsert">Whether it is an upsert's new one.</param>
    /// <param name="position">What `$` stands for, or <see cref="NoPosition"/>.</param>
    /// <param name="output">Takes the changed document.</param>
    internal UpdateWriter(ReadOnlySpan<byte> root, bool isInsert, int position, BsonWriter output)
    {
        _root = root;
        _isInsert = isInsert;
        _position = position;
        _output = output;
    }

    /// <summary>Writes the whole document and tells whether it counts as changed.</summary>
    internal bool Write(UpdateNode tree)
    {
        _output.WriteStartDocument();
        WriteElements(_root, Placed(tree));
        _output.WriteEndDocument();
        return _isForced || !_output.WrittenSpan.SequenceEqual(_root);
    }

    private void WriteElements(ReadOnlySpan<byte> document, UpdateNode node)
    {
        var children = node.Children;
        Span<bool> done = children.Count <= StackedChildren ? stackalloc bool[StackedChildren] : new bool[children.Count];
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            var position = node.Find(reader.NameSpan);
            if (position < 0 || done[position])
            {
                _output.WriteValue(reader.NameSpan, reader.Value);
                continue;
            }

            done[position] = true;
            var child = children[position];
            if (child.Modifier?.Kind is not (ModifierKind.Unset or ModifierKind.RenameFrom))
            {
                _output.WriteName(reader.NameSpan);
                Change(reader.Value, child);
            }
        }

        for (var i = 0; i < children.Count; i++)
        {
            if (!done[i] && Creates(children[i]))
            {
                _output.WriteName(children[i].Name);
                Create(children[i]);
            }
        }
    }

    private void WriteArrayElements(ReadOnlySpan<byte> array, UpdateNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Index < 0)
            {
                CheckViable(child, BsonType.Array);
            }
        }

        var length = 0;
        var reader = new BsonReader(array);
        for (; reader.Read(); length++)
        {
            if (node.ForElement(length, reader.Value) is not { } found)
            {
                _output.WriteValue(reader.Value);
            }
            else if (found.Modifier?.Kind == ModifierKind.Unset)
            {
                _output.WriteNull();
            }
            else
            {
                Change(reader.Value, found);
                CheckLength();
            }
        }

        foreach (var child in node.Children)
        {
            if (child.Index >= length && Creates(child))
            {
                Pad(child, ref length);
                Create(child);
                length++;
            }
        }
    }

    private readonly void Pad(UpdateNode child, ref int length)
    {
        if (child.Index - length > MaxPadding)
        {
            throw new StoreException(StoreErrorCode.CannotBackfillArray, $"can't backfill more than {MaxPadding} elements to reach '{child.Path}'");
        }

        for (; length < child.Index; length++)
        {
            _output.WriteNull();
        }

        CheckLength();
    }

    // A short update can ask for a value in each of many elements, and for padding in each of many arrays.
    private readonly void CheckLength()
    {
        if (_output.WrittenCount > StoredDocument.MaximumLength)
        {
            throw new StoreException(StoreErrorCode.UpdatedDocumentTooLarge, $"Resulting document after update is larger than {StoredDocument.MaximumLength}");
        }
    }

    // What becomes of a value that is there; its name is written, as for the others below.
    private void Change(BsonValue value, UpdateNode node)
    {
        if (node.Modifier is { } modifier)
        {
            Change(value, modifier, node.Path);
            return;
        }

        node = Placed(node);
        if (node.Elements.Count > 0 && value.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"Cannot apply array updates to non-array element '{node.Path}', which is of type {value.Type}");
        }

        switch (value.Type)
        {
            case BsonType.Document:
                _output.WriteStartDocument();
                WriteElements(value.Bytes, node);
                _output.WriteEndDocument();
                break;
            case BsonType.Array:
                _output.WriteStartArray();
                WriteArrayElements(value.Bytes, node);
                _output.WriteEndArray();
                break;
            default:
                foreach (var child in node.Children)
                {
                    CheckViable(child, value.Type);
                }

                _output.WriteValue(value);
                break;
        }
    }

    private void Change(BsonValue value, Modifier modifier, string path)
    {
        switch (modifier.Kind)
        {
            case ModifierKind.Increment:
                _isForced |= Increment.Write(value, modifier.Operand.Value, path, _output);
                break;
            case ModifierKind.Change:
                _isForced |= modifier.Change!.Write(value, path, _output);
                break;
            case ModifierKind.RenameTo:
                _output.WriteValue(Rename.Find(_root, modifier.Source!) is { Type: not default(BsonType) } renamed ? renamed : value);
                break;
            default:
                _output.WriteValue(modifier.Kind == ModifierKind.Set || _isInsert ? modifier.Operand.Value : value);
                break;
        }
    }

    // Where there was none, and where something is known to be created.
    private readonly void Create(UpdateNode node)
    {
        if (node.Modifier is { } modifier)
        {
            _output.WriteValue(modifier.Kind == ModifierKind.RenameTo ? Rename.Find(_root, modifier.Source!) : modifier.Operand.Value);
            return;
        }

        _output.WriteStartDocument();
        foreach (var child in Placed(node).Children)
        {
            if (Creates(child))
            {
                _output.WriteName(child.Name);
                Create(child);
            }
        }

        _output.WriteEndDocument();
    }

    // Whether anything at or below a node, where nothing is, leaves a value there.
    private readonly bool Creates(UpdateNode node)
    {
        if (node.Modifier is { } modifier)
        {
            return modifier.Kind switch
            {
                ModifierKind.Set or ModifierKind.Increment => true,
                ModifierKind.SetOnInsert => _isInsert,
                ModifierKind.RenameTo => Rename.Find(_root, modifier.Source!).Type != default,
                ModifierKind.Change => modifier.Operand.Type != default,
                _ => false,
            };
        }

        if (node.Elements.Count > 0)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The path '{node.Path}' must exist in the document in order to apply array updates.");
        }

        var creates = false;
        foreach (var child in Placed(node).Children)
        {
            // All of them: a path below may be refused.
            creates |= Creates(child);
        }

        return creates;
    }

    // What has no place for a field refuses to get one, and also $pull and the like, which would make none.
    private readonly void CheckViable(UpdateNode node, BsonType parent)
    {
        if (Creates(node) || NeedsPath(node))
        {
            var name = Encoding.UTF8.GetString(node.Name);
            throw new StoreException(StoreErrorCode.PathNotViable, $"Cannot create field '{name}' at '{node.Path}', whose parent is of type {parent}");
        }
    }

    private static bool NeedsPath(UpdateNode node)
    {
        if (node.Modifier is { } modifier)
        {
            return modifier.Kind == ModifierKind.Change;
        }

        foreach (var child in node.Children)
        {
            if (NeedsPath(child))
            {
                return true;
            }
        }

        return node.Positional is not null && NeedsPath(node.Positional);
    }

    private readonly UpdateNode Placed(UpdateNode node) =>
        node.Positional is null ? node
        : _position >= 0 ? node.At(_position)
        : throw new StoreException(StoreErrorCode.BadValue, "The positional operator did not find the match needed from the query.");
}
