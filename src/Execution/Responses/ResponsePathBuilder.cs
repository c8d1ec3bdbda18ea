using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>Where in the response the writers are: a stack that becomes a <see cref="ResponsePath"/> only when an error needs one. One for each response; not thread-safe.</summary>
internal sealed class ResponsePathBuilder
{
    private const int InitialCapacity = 16;

    private (string? Name, int Index)[] _segments = new (string?, int)[InitialCapacity];

    /// <summary>The number of segments.</summary>
    public int Depth { get; private set; }

    /// <summary>Steps into the field of that response name.</summary>
    public void Push(string responseName) => Push(responseName, 0);

    /// <summary>Steps into the list's item at that index, from 0.</summary>
    public void Push(int index) => Push(null, index);

    /// <summary>Steps out of the innermost field or item.</summary>
    public void Pop() => Depth--;

    /// <summary>Steps out to where <see cref="Depth"/> was <paramref name="depth"/>.</summary>
    public void Truncate(int depth) => Depth = depth;

    /// <summary>The path of where we are; null outside of every field.</summary>
    public ResponsePath? ToPath()
    {
        ResponsePath? path = null;
        foreach (var (name, index) in _segments.AsSpan(0, Depth))
        {
            path = new ResponsePath(path, name, index);
        }

        return path;
    }

    private void Push(string? name, int index)
    {
        if (Depth == _segments.Length)
        {
            Array.Resize(ref _segments, 2 * Depth);
        }

        _segments[Depth++] = (name, index);
    }
}
