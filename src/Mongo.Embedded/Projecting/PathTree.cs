using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Projecting;

/// <summary>The paths that one stage names: none may come twice, or lead through another's end.</summary>
/// <param name="conflict">The code of refusals; null for those of projections.</param>
internal sealed class PathTree(StoreErrorCode? conflict = null)
{
    internal ProjectionNode Root { get; } = ProjectionNode.NewRoot();

    internal void Add(FieldPath path)
    {
        var node = Root;
        var isNew = true;
        for (var i = 0; i < path.Length; i++)
        {
            if (!isNew && node.IsLeaf)
            {
                var remaining = string.Join('.', path.Text.Split('.').Skip(i));
                throw new StoreException(conflict ?? StoreErrorCode.ProjectionCollisionAtParent, $"Path collision at {path} remaining portion {remaining}");
            }

            node = node.GetOrAdd(path[i], out isNew);
        }

        if (!isNew)
        {
            throw new StoreException(conflict ?? StoreErrorCode.ProjectionCollision, $"Path collision at {path}");
        }
    }

    /// <summary>Adds a path whose value is computed: it may collide like any other, and nothing that lies there is kept.</summary>
    internal void AddComputed(FieldPath path)
    {
        Add(path);
        var node = Root;
        for (var i = 0; i < path.Length; i++)
        {
            node = node.GetOrAdd(path[i], out _);
            node.IsBranch = true;
        }

        node.IsComputed = true;
    }
}
