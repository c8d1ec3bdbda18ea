using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>What one HTTP request asks: a single operation, or a batch in which each stands and fails for itself. Valid until it is disposed.</summary>
internal sealed class GraphQLRequests(ImmutableArray<Outcome<GraphQLRequest>> operations, bool isBatch, params ReadOnlySpan<IDisposable> owned) : IDisposable
{
    private readonly IDisposable[] _owned = owned.ToArray();

    /// <summary>In the order of the request; one, unless it is a batch.</summary>
    public ImmutableArray<Outcome<GraphQLRequest>> Operations { get; } = operations;

    public bool IsBatch { get; } = isBatch;

    public void Dispose()
    {
        foreach (var part in _owned)
        {
            part.Dispose();
        }
    }
}
