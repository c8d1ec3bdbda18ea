using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Copies one document level by level and changes it on the way: fields keep their places, new ones come last in the tree's order.</summary>
internal readonly ref struct UpdateWriter(BsonWriter output, bool isInsert)
{
    /// <summary>MongoDB's limit: the most nulls that one index may add to an array.</summary>
    private const int MaxPadding = 1_500_000;

    private const int StackedChildren = 64;

    private readonly BsonWriter _output = output;
    private readonly bool _isInsert = isInsert;

    /// <summary>Writes the elements of one document into an open one.</summary>
    internal void WriteElements(ReadOnlySpan<byte> document, UpdateNode node)
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
            if (child.Modifier?.Kind != ModifierKind.Unset)
            {
                _output.WriteName(reader.NameSpan);
                Change(reader.Value, child);
            }
        }

        for (var i = 0; i < children.Count; i++)
        {
            if (!done[i] && children[i].Creates(_isInsert))
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
            if (child.Index < 0 && child.Creates(_isInsert))
            {
                throw NotViable(child, BsonType.Array);
            }
        }

        var length = 0;
        var reader = new BsonReader(array);
        for (; reader.Read(); length++)
        {
            var position = node.Find([], length);
            if (position < 0)
            {
                _output.WriteValue(reader.Value);
            }
            else if (node.Children[position].Modifier?.Kind == ModifierKind.Unset)
            {
                _output.WriteNull();
            }
            else
            {
                Change(reader.Value, node.Children[position]);
            }
        }

        foreach (var child in node.Children)
        {
            if (child.Index >= length && child.Creates(_isInsert))
            {
                Pad(child, ref length);
                Create(child);
                length++;
            }
        }
    }

    private void Pad(UpdateNode child, ref int length)
    {
        if (child.Index - length > MaxPadding)
        {
            throw new StoreException(StoreErrorCode.CannotBackfillArray, $"can't backfill more than {MaxPadding} elements to reach '{child.Path}'");
        }

        for (; length < child.Index; length++)
        {
            _output.WriteNull();
        }
    }

    // Writes what becomes of a value that is there; its name is written.
    private void Change(BsonValue value, UpdateNode node)
    {
        if (node.Modifier is { } modifier)
        {
            if (modifier.Kind == ModifierKind.Increment)
            {
                Increment.Write(value, modifier.Operand.Value, node.Path, _output);
            }
            else if (modifier.Change is { } change)
            {
                change.Write(value, node.Path, _output);
            }
            else
            {
                _output.WriteValue(modifier.Creates(_isInsert) ? modifier.Operand.Value : value);
            }

            return;
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
                    if (child.Creates(_isInsert))
                    {
                        throw NotViable(child, value.Type);
                    }
                }

                _output.WriteValue(value);
                break;
        }
    }

    // Writes a value where there was none; its name is written, and something is known to be created.
    private void Create(UpdateNode node)
    {
        if (node.Modifier is { } modifier)
        {
            _output.WriteValue(modifier.Operand.Value);
            return;
        }

        _output.WriteStartDocument();
        foreach (var child in node.Children)
        {
            if (child.Creates(_isInsert))
            {
                _output.WriteName(child.Name);
                Create(child);
            }
        }

        _output.WriteEndDocument();
    }

    private static StoreException NotViable(UpdateNode child, BsonType parent)
    {
        var name = Encoding.UTF8.GetString(child.Name);
        return new StoreException(StoreErrorCode.PathNotViable, $"Cannot create field '{name}' at '{child.Path}', whose parent is of type {parent}");
    }
}
