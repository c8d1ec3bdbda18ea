using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$unionWith`: the documents of the stages before it, then those of each branch. One source is open at a time, so hundreds of branches share a statement.</summary>
internal sealed class UnionSource(DocumentSource first, ImmutableArray<QueryPlan> branches, Connection connection, OperationContext context) : DocumentSource
{
    private DocumentSource? _current = first;
    private int _nextBranch;

    internal override ReadOnlySpan<byte> Current => _current!.Current;

    internal override bool MoveNext()
    {
        while (_current is not null)
        {
            if (_current.MoveNext())
            {
                return true;
            }

            Dispose();
            _current = _nextBranch < branches.Length ? branches[_nextBranch++].Open(connection, context) : null;
        }

        return false;
    }

    public override void Dispose()
    {
        _current?.Dispose();
        _current = null;
    }
}
