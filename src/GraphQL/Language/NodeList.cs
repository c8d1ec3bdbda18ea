using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OwnedData.GraphQL.Language;

/// <summary>
/// Collects the nodes of one list while it is parsed: up to eight on the stack, so that most lists allocate their final array only.
/// </summary>
internal ref struct NodeList<T>
    where T : SyntaxNode
{
    private FirstNodes _first;
    private T[]? _all;
    private int _count;

    public void Add(T node)
    {
        if (_all is null && _count < FirstNodes.Length)
        {
            _first[_count++] = node;
            return;
        }

        if (_all is null)
        {
            _all = new T[FirstNodes.Length * 4];
            ((ReadOnlySpan<T>)_first).CopyTo(_all);
        }
        else if (_count == _all.Length)
        {
            Array.Resize(ref _all, _count * 2);
        }

        _all[_count++] = node;
    }

    public readonly ImmutableArray<T> ToImmutable()
    {
        if (_count == 0)
        {
            return [];
        }

        ReadOnlySpan<T> nodes = _all is null ? _first : _all;
        return ImmutableCollectionsMarshal.AsImmutableArray(nodes[.._count].ToArray());
    }

    [InlineArray(Length)]
    private struct FirstNodes
    {
        public const int Length = 8;
        private T _node;
    }
}
