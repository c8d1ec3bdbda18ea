namespace OwnedData.Execution.Access.Grants;

/// <summary>
/// The latest reads by subject, bounded in number and in bytes; those that were not asked for the longest make room. It knows nothing of time:
/// whether a read is still good is for its caller to say.
/// </summary>
internal sealed class GrantCache(int capacity, long maximumBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<GrantRead>> _byOwner = new(StringComparer.Ordinal);

    // The latest first.
    private readonly LinkedList<GrantRead> _byUse = new();
    private long _bytes;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byOwner.Count;
            }
        }
    }

    /// <summary>The read that is there and good, else a new one from <paramref name="startedAt"/>: then it is the caller's to carry out.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="startedAt">Now.</param>
    /// <param name="goodFrom">A read that began at this time or before is good no longer.</param>
    /// <param name="isNew">Whether the caller has to carry it out.</param>
    public GrantRead Join(string owner, long startedAt, long goodFrom, out bool isNew)
    {
        lock (_lock)
        {
            if (_byOwner.TryGetValue(owner, out var known))
            {
                if (known.Value.StartedAt > goodFrom)
                {
                    _byUse.Remove(known);
                    _byUse.AddFirst(known);
                    isNew = false;
                    return known.Value;
                }

                Forget(known);
            }

            isNew = true;
            var read = new GrantRead(owner, startedAt);
            _byOwner[owner] = _byUse.AddFirst(read);
            Trim();
            return read;
        }
    }

    /// <summary>Answers a read, and counts what it holds from now on; one that failed is forgotten, so that the next request asks again.</summary>
    public void Complete(GrantRead read, Task<ViewerGrants> finished)
    {
        lock (_lock)
        {
            read.Complete(finished);

            // A slow one may have made room for another already.
            if (!_byOwner.TryGetValue(read.Owner, out var node) || node.Value != read)
            {
                return;
            }

            _bytes += read.Length;
            if (finished.IsCompletedSuccessfully)
            {
                Trim();
            }
            else
            {
                Forget(node);
            }
        }
    }

    private void Trim()
    {
        while (_byOwner.Count > capacity || _bytes > maximumBytes)
        {
            Forget(_byUse.Last!);
        }
    }

    private void Forget(LinkedListNode<GrantRead> node)
    {
        _byUse.Remove(node);
        _byOwner.Remove(node.Value.Owner);
        _bytes -= node.Value.Length;
    }
}
