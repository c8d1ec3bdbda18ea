using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Planning;

/// <summary>The stored paths that a fetch needs, as MongoDB's inclusion projection: no field that nobody asked for leaves the store.</summary>
internal sealed class Projection
{
    private readonly SortedDictionary<string, Projection?> _children = new(StringComparer.Ordinal);

    /// <summary>The paths that a shape reads; what the viewer may not read is not even fetched.</summary>
    public static Projection Of(IEnumerable<DocumentShape> shapes, ViewerGates gates)
    {
        var projection = new Projection();
        foreach (var shape in shapes)
        {
            projection.Add(shape, gates);
        }

        return projection;
    }

    /// <summary>This projection and some more paths.</summary>
    public Projection With(IEnumerable<string> paths)
    {
        var copy = Copy();
        foreach (var path in paths)
        {
            copy.Add(path);
        }

        return copy;
    }

    /// <summary>The inclusion document; `_id` comes with every projection.</summary>
    public BsonDocument ToDocument()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (!_children.Keys.Any(name => name != "_id"))
        {
            writer.WriteInt32("_id"u8, 1);
        }

        Write(writer, prefix: "");
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private void Write(BsonWriter writer, string prefix)
    {
        foreach (var (name, child) in _children)
        {
            if (prefix.Length == 0 && name == "_id")
            {
                continue;
            }

            if (child is null)
            {
                writer.WriteInt32(Encoding.UTF8.GetBytes(prefix + name), 1);
            }
            else
            {
                child.Write(writer, prefix + name + ".");
            }
        }
    }

    private void Add(DocumentShape shape, ViewerGates gates)
    {
        foreach (var field in shape.Fields)
        {
            if (field.Shape is null || gates.RefusalOf(field.Gate) is not null)
            {
                continue;
            }

            if (field.Shape is PermissionsShape permissions)
            {
                foreach (var path in permissions.StoredPaths())
                {
                    Add(path);
                }

                continue;
            }

            var nested = ObjectIn(field.Shape);
            AddName(Encoding.UTF8.GetString(field.StoredName), nested is not null && nested.Fields.Any(inner => inner.Shape is not null))?.AddObject(nested!, gates);
        }
    }

    // Of an object whose fields are all refused it still has to be known whether it is there: no document has an element of that name.
    private void AddObject(DocumentShape shape, ViewerGates gates)
    {
        Add(shape, gates);
        if (_children.Count == 0)
        {
            AddName("__typename", hasChildren: false);
        }
    }

    private void Add(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        AddName(dot < 0 ? path : path[..dot], hasChildren: dot >= 0)?.Add(path[(dot + 1)..]);
    }

    /// <summary>The child to go on with; null when the name is needed as a whole.</summary>
    private Projection? AddName(string name, bool hasChildren)
    {
        if (!hasChildren)
        {
            _children[name] = null;
            return null;
        }

        if (!_children.TryGetValue(name, out var child))
        {
            _children.Add(name, child = new Projection());
        }

        return child;
    }

    private Projection Copy()
    {
        var copy = new Projection();
        foreach (var (name, child) in _children)
        {
            copy._children.Add(name, child?.Copy());
        }

        return copy;
    }

    private static DocumentShape? ObjectIn(FieldShape shape) => shape switch
    {
        ObjectShape nested => nested.Object,
        ListShape list => ObjectIn(list.Element),
        _ => null,
    };
}
