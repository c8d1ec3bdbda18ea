using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>The errors of one response, in the order they happen, and no more of them than a client can use: broken data must not make a response of errors. Not thread-safe.</summary>
internal sealed class ErrorCollector
{
    /// <summary>How many errors are kept; one more then says that others are left out.</summary>
    public const int MaximumCount = 1000;

    private readonly List<GraphQLError> _errors = [];

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>True when a further error would be left out, so that nobody needs to make it.</summary>
    public bool IsFull => _errors.Count > MaximumCount;

    public void Add(GraphQLError error)
    {
        if (_errors.Count < MaximumCount)
        {
            _errors.Add(error);
        }
        else if (!IsFull)
        {
            _errors.Add(new GraphQLError(ErrorCatalog.ErrorsLeftOut, $"Further errors are left out: there are more than {MaximumCount}.", []));
        }
    }
}
